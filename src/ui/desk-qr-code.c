/* desk-qr-code.c: a text as a QR code
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-qr-code.h"

#include <glib/gi18n-lib.h>
#include <qrencode.h>

#define NATURAL_SIZE 240

/* What the standard asks for around the code (ISO/IEC 18004). */
#define QUIET_MODULES 4

/* In pixels. Below that no camera reads a module. */
#define SMALLEST_MODULE 2

struct _DeskQrCode
{
  GtkWidget  parent_instance;

  QRcode    *code; /* (owned) (nullable) */
  char      *text; /* (owned) (nullable) */
};

enum
{
  PROP_TEXT = 1,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (DeskQrCode, desk_qr_code, GTK_TYPE_WIDGET)

static int
count_modules (DeskQrCode *self)
{
  return self->code != NULL ? self->code->width + 2 * QUIET_MODULES : 0;
}

static gboolean
is_dark (DeskQrCode *self,
         int         column,
         int         row)
{
  return (self->code->data[row * self->code->width + column] & 1) != 0;
}

/* Neighbours in a row are drawn as one: no seam, and fewer nodes. */
static void
draw_row (DeskQrCode  *self,
          GtkSnapshot *snapshot,
          int          row)
{
  static const GdkRGBA black = { 0, 0, 0, 1 };
  int end;

  for (int start = 0; start < self->code->width; start = end)
    {
      for (end = start + 1; end < self->code->width && is_dark (self, end, row) == is_dark (self, start, row); end++)
        continue;
      if (is_dark (self, start, row))
        gtk_snapshot_append_color (snapshot, &black, &GRAPHENE_RECT_INIT (start, row, end - start, 1));
    }
}

static void
desk_qr_code_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  static const GdkRGBA white = { 1, 1, 1, 1 };
  DeskQrCode *self = DESK_QR_CODE (widget);
  int factor = gtk_widget_get_scale_factor (widget);
  int width = gtk_widget_get_width (widget) * factor;
  int height = gtk_widget_get_height (widget) * factor;
  int side = MIN (width, height);
  int module, offset;

  if (self->code == NULL)
    return;

  /* All in whole pixels of the screen. */
  module = MAX (side / count_modules (self), 1);
  offset = (side - module * count_modules (self)) / 2 + module * QUIET_MODULES;

  gtk_snapshot_scale (snapshot, 1.0f / factor, 1.0f / factor);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((width - side) / 2, (height - side) / 2));
  gtk_snapshot_append_color (snapshot, &white, &GRAPHENE_RECT_INIT (0, 0, side, side));
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (offset, offset));
  gtk_snapshot_scale (snapshot, module, module);
  for (int row = 0; row < self->code->width; row++)
    draw_row (self, snapshot, row);
}

static void
desk_qr_code_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  int n_modules = count_modules (DESK_QR_CODE (widget));

  /* As many whole pixels a module as come near to the size. */
  *minimum = n_modules * SMALLEST_MODULE;
  *natural = n_modules > 0 ? MAX (*minimum, n_modules * ((NATURAL_SIZE + n_modules / 2) / n_modules)) : 0;
}

static void
desk_qr_code_get_property (GObject    *object,
                           guint       property_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  if (property_id == PROP_TEXT)
    g_value_set_string (value, DESK_QR_CODE (object)->text);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
desk_qr_code_set_property (GObject      *object,
                           guint         property_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  if (property_id == PROP_TEXT)
    desk_qr_code_set_text (DESK_QR_CODE (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
desk_qr_code_finalize (GObject *object)
{
  DeskQrCode *self = DESK_QR_CODE (object);

  g_clear_pointer (&self->code, QRcode_free);
  g_free (self->text);

  G_OBJECT_CLASS (desk_qr_code_parent_class)->finalize (object);
}

static void
desk_qr_code_class_init (DeskQrCodeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = desk_qr_code_get_property;
  object_class->set_property = desk_qr_code_set_property;
  object_class->finalize = desk_qr_code_finalize;
  widget_class->snapshot = desk_qr_code_snapshot;
  widget_class->measure = desk_qr_code_measure;

  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL,
                                               G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_set_css_name (widget_class, "qrcode");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
desk_qr_code_init (DeskQrCode *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("QR code of the consent page's address"), -1);
}

GtkWidget *
desk_qr_code_new (void)
{
  return g_object_new (DESK_TYPE_QR_CODE, NULL);
}

void
desk_qr_code_set_text (DeskQrCode *self,
                       const char *text)
{
  g_return_if_fail (DESK_IS_QR_CODE (self));

  if (g_strcmp0 (self->text, text) == 0)
    return;

  g_free (self->text);
  self->text = g_strdup (text);
  g_clear_pointer (&self->code, QRcode_free);

  /* The lowest level of correction has the largest modules, and nothing on a screen is torn or stained. */
  if (text != NULL && *text != '\0')
    self->code = QRcode_encodeString (text, 0, QR_ECLEVEL_L, QR_MODE_8, 1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}

gboolean
desk_qr_code_is_empty (DeskQrCode *self)
{
  g_return_val_if_fail (DESK_IS_QR_CODE (self), TRUE);

  return self->code == NULL;
}

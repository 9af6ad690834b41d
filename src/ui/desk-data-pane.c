/* desk-data-pane.c: the data of one end user, one data set at a time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "desk-accounts-page.h"
#include "desk-data-pane.h"
#include "desk-identity-page.h"
#include "desk-rows-page.h"
#include "desk-status-view.h"
#include "desk-usage-page.h"

struct _DeskDataPane
{
  GtkWidget           parent_instance;

  /* Template widgets */
  GtkWidget          *back_button;
  GtkLabel           *title;
  AdwBin             *page;

  /* Owned */
  DeskContext        *context;  /* (nullable) */
  DeskEndUser        *end_user; /* (nullable) */

  const DeskResource *resource; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (DeskDataPane, desk_data_pane, GTK_TYPE_WIDGET)

/* "Wattle Bank · Transactions" while only one institution shares such data. */
static char *
dup_title (DeskDataPane *self)
{
  GListModel *consents = desk_directory_get_consents (desk_context_get_directory (self->context),
                                                      desk_end_user_get_id (self->end_user));
  gint64 now = desk_clock_get_now (desk_context_get_clock (self->context));
  g_autoptr (DeskConsent) only = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (consents); i++)
    {
      g_autoptr (DeskConsent) consent = g_list_model_get_item (consents, i);

      if (desk_consent_get_status (consent, now) == DESK_CONSENT_STATUS_ENDED ||
          !desk_consent_has_permission (consent, self->resource->permission))
        continue;
      if (only != NULL)
        return g_strdup (_(self->resource->label));
      only = g_steal_pointer (&consent);
    }
  if (only == NULL || desk_consent_get_institution_name (only) == NULL)
    return g_strdup (_(self->resource->label));
  /* Translators: the institution, then the data set: "Wattle Bank · Transactions" */
  return g_strdup_printf (_("%s · %s"), desk_consent_get_institution_name (only), _(self->resource->label));
}

static GtkWidget *
create_empty_page (const char *title,
                   const char *description)
{
  GtkWidget *view = desk_status_view_new ();

  desk_status_view_set_empty (DESK_STATUS_VIEW (view), "io.github.consentdesk.ConsentDesk-symbolic", title,
                              description, NULL, NULL);
  return view;
}

static GtkWidget *
create_page (DeskDataPane *self)
{
  if (self->end_user == NULL || self->resource == NULL)
    return create_empty_page (_("The data will be here"), _("Choose an end user, then a data set."));
  if (g_str_equal (self->resource->name, "banking.accounts"))
    return desk_accounts_page_new (self->context, self->end_user);
  if (g_str_equal (self->resource->name, "energy.usage"))
    return desk_usage_page_new (self->context, self->end_user);
  if (g_str_equal (self->resource->name, "common.identity"))
    return desk_identity_page_new (self->context, self->end_user);
  return desk_rows_page_new (self->context, self->end_user, self->resource);
}

static gboolean
has_consents (DeskDataPane *self)
{
  return g_list_model_get_n_items (desk_directory_get_consents (desk_context_get_directory (self->context),
                                                                desk_end_user_get_id (self->end_user))) > 0;
}

static void
desk_data_pane_dispose (GObject *object)
{
  DeskDataPane *self = DESK_DATA_PANE (object);
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->end_user);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (desk_data_pane_parent_class)->dispose (object);
}

static void
desk_data_pane_class_init (DeskDataPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_data_pane_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/consentdesk/ConsentDesk/ui/desk-data-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskDataPane, back_button);
  gtk_widget_class_bind_template_child (widget_class, DeskDataPane, title);
  gtk_widget_class_bind_template_child (widget_class, DeskDataPane, page);
}

static void
desk_data_pane_init (DeskDataPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
desk_data_pane_show (DeskDataPane       *self,
                     DeskContext        *context,
                     DeskEndUser        *end_user,
                     const DeskResource *resource)
{
  g_autofree char *title = NULL;
  gboolean changed;

  g_return_if_fail (DESK_IS_DATA_PANE (self));
  g_return_if_fail (end_user == NULL || DESK_IS_CONTEXT (context));

  changed = g_set_object (&self->context, context);
  changed = g_set_object (&self->end_user, end_user) || changed;
  /* Without a consent there is nothing to choose from. */
  if (end_user == NULL || !has_consents (self))
    resource = NULL;
  changed = resource != self->resource || changed;
  self->resource = resource;
  if (resource != NULL)
    title = dup_title (self);
  gtk_label_set_text (self->title, title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), title);
  /* A page that stays keeps its search, its order and its place. */
  if (changed || adw_bin_get_child (self->page) == NULL)
    adw_bin_set_child (self->page, create_page (self));
}

void
desk_data_pane_set_folded (DeskDataPane *self,
                           gboolean      folded)
{
  g_return_if_fail (DESK_IS_DATA_PANE (self));

  gtk_widget_set_visible (self->back_button, folded);
}

void
desk_data_pane_start_search (DeskDataPane *self)
{
  GtkWidget *page = NULL;

  g_return_if_fail (DESK_IS_DATA_PANE (self));

  page = adw_bin_get_child (self->page);
  if (DESK_IS_ROWS_PAGE (page))
    desk_rows_page_start_search (DESK_ROWS_PAGE (page));
}

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
#include "desk-quality-page.h"
#include "desk-rows-page.h"
#include "desk-sheet-page.h"
#include "desk-status-view.h"
#include "desk-sync-line.h"
#include "desk-usage-page.h"

struct _DeskDataPane
{
  GtkWidget           parent_instance;

  /* Template widgets */
  GtkWidget          *back_button;
  GtkWidget          *export_button;
  GtkLabel           *title;
  GtkLabel           *subtitle;
  AdwBin             *page;
  DeskSyncLine       *sync_line;

  /* Owned */
  DeskContext        *context;  /* (nullable) */
  DeskEndUser        *end_user; /* (nullable) */

  const DeskResource *resource; /* (nullable) */
  gboolean            shows_quality;
  gboolean            narrow;
};

G_DEFINE_FINAL_TYPE (DeskDataPane, desk_data_pane, GTK_TYPE_WIDGET)

/* Who shares such data; %NULL for more than one institution. */
static char *
dup_institution_name (DeskDataPane *self)
{
  GListModel *consents = desk_directory_get_consents (desk_context_get_directory (self->context),
                                                      desk_end_user_get_id (self->end_user));
  gint64 now = desk_clock_get_now (desk_context_get_clock (self->context));
  g_autoptr(DeskConsent) only = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (consents); i++)
    {
      g_autoptr(DeskConsent) consent = g_list_model_get_item (consents, i);

      if (desk_consent_get_status (consent, now) == DESK_CONSENT_STATUS_ENDED ||
          !desk_consent_covers (consent, self->resource))
        continue;
      if (only != NULL)
        return NULL;
      only = g_steal_pointer (&consent);
    }
  return only != NULL ? g_strdup (desk_consent_get_institution_name (only)) : NULL;
}

/* "Wattle Bank · Transactions" in one line, or below each other where it is narrow. */
static void
update_title (DeskDataPane *self)
{
  const char *resource_label = self->resource != NULL ? _(self->resource->label) : NULL;
  const char *label = self->shows_quality ? _("Data quality") : resource_label;
  g_autofree char *institution = self->resource != NULL ? dup_institution_name (self) : NULL;
  g_autofree char *title = NULL;

  if (institution != NULL)
    /* Translators: the institution, then the data set: "Wattle Bank · Transactions" */
    title = g_strdup_printf (_("%s · %s"), institution, label);
  else
    title = g_strdup (label);
  gtk_label_set_text (self->title, self->narrow ? label : title);
  gtk_label_set_text (self->subtitle, institution);
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), self->narrow && institution != NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), title);
}

static guint
count_consents (DeskDataPane *self)
{
  return g_list_model_get_n_items (desk_directory_get_consents (desk_context_get_directory (self->context),
                                                                desk_end_user_get_id (self->end_user)));
}

static GtkWidget *
create_empty_page (DeskDataPane *self)
{
  GtkWidget *view = desk_status_view_new ();
  const char *title = _("The data will be here");
  const char *description = NULL;

  if (self->end_user == NULL)
    description = _("Choose an end user, then a data set.");
  else if (count_consents (self) == 0)
    description = _("What the end user shares is listed here once an account is linked.");
  else
    {
      title = _("Nothing is shared now");
      description = _("When a consent ends, what was fetched under it is removed here. To see data again, link the account again.");
    }
  desk_status_view_set_empty (DESK_STATUS_VIEW (view), "x-office-spreadsheet-symbolic", title, description, NULL, NULL);
  return view;
}

static GtkWidget *
create_rows_page (DeskDataPane *self)
{
  GtkWidget *page = desk_rows_page_new (self->context, self->end_user, self->resource);

  desk_rows_page_set_narrow (DESK_ROWS_PAGE (page), self->narrow);
  return page;
}

static GtkWidget *
create_page (DeskDataPane *self)
{
  if (self->shows_quality)
    return desk_quality_page_new (self->context, self->end_user);
  if (self->resource == NULL)
    return create_empty_page (self);
  if (g_str_equal (self->resource->name, "banking.accounts"))
    return desk_accounts_page_new (self->context, self->end_user);
  if (g_str_equal (self->resource->name, "energy.usage"))
    return desk_usage_page_new (self->context, self->end_user);
  if (g_str_equal (self->resource->name, "common.identity"))
    return desk_identity_page_new (self->context, self->end_user);
  if (g_str_equal (self->resource->name, "banking.income"))
    return desk_sheet_page_new (self->context, self->end_user, self->resource);
  return create_rows_page (self);
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
  gtk_widget_class_bind_template_child (widget_class, DeskDataPane, export_button);
  gtk_widget_class_bind_template_child (widget_class, DeskDataPane, title);
  gtk_widget_class_bind_template_child (widget_class, DeskDataPane, subtitle);
  gtk_widget_class_bind_template_child (widget_class, DeskDataPane, page);
  gtk_widget_class_bind_template_child (widget_class, DeskDataPane, sync_line);
}

static void
desk_data_pane_init (DeskDataPane *self)
{
  g_type_ensure (DESK_TYPE_SYNC_LINE);
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_bin_set_child (self->page, create_page (self));
}

static void
show (DeskDataPane       *self,
      DeskContext        *context,
      DeskEndUser        *end_user,
      const DeskResource *resource,
      gboolean            shows_quality)
{
  gboolean changed = resource != self->resource || shows_quality != self->shows_quality;

  changed = g_set_object (&self->context, context) || changed;
  changed = g_set_object (&self->end_user, end_user) || changed;
  self->resource = resource;
  self->shows_quality = shows_quality;
  update_title (self);
  desk_sync_line_set (self->sync_line, context, end_user, resource);
  /* A page that stays keeps its search, its order and its place. */
  if (changed || (resource == NULL && !shows_quality))
    adw_bin_set_child (self->page, create_page (self));
}

void
desk_data_pane_show (DeskDataPane       *self,
                     DeskContext        *context,
                     DeskEndUser        *end_user,
                     const DeskResource *resource)
{
  g_return_if_fail (DESK_IS_DATA_PANE (self));
  g_return_if_fail (end_user == NULL || DESK_IS_CONTEXT (context));
  g_return_if_fail (resource == NULL || end_user != NULL);

  show (self, context, end_user, resource, FALSE);
}

void
desk_data_pane_show_quality (DeskDataPane *self,
                             DeskContext  *context,
                             DeskEndUser  *end_user)
{
  g_return_if_fail (DESK_IS_DATA_PANE (self));
  g_return_if_fail (DESK_IS_CONTEXT (context));
  g_return_if_fail (DESK_IS_END_USER (end_user));

  show (self, context, end_user, NULL, TRUE);
}

void
desk_data_pane_set_folded (DeskDataPane *self,
                           gboolean      folded)
{
  g_return_if_fail (DESK_IS_DATA_PANE (self));

  gtk_widget_set_visible (self->back_button, folded);
}

void
desk_data_pane_set_narrow (DeskDataPane *self,
                           gboolean      narrow)
{
  GtkWidget *page = NULL;

  g_return_if_fail (DESK_IS_DATA_PANE (self));

  if (self->narrow == narrow)
    return;
  self->narrow = narrow;
  update_title (self);
  /* The menu has it too. */
  gtk_widget_set_visible (self->export_button, !narrow);
  page = adw_bin_get_child (self->page);
  if (DESK_IS_ROWS_PAGE (page))
    desk_rows_page_set_narrow (DESK_ROWS_PAGE (page), narrow);
}

DeskQuery *
desk_data_pane_dup_query (DeskDataPane *self)
{
  GtkWidget *page = NULL;

  g_return_val_if_fail (DESK_IS_DATA_PANE (self), NULL);

  page = adw_bin_get_child (self->page);
  if (DESK_IS_ROWS_PAGE (page))
    return desk_query_copy (desk_rows_page_get_query (DESK_ROWS_PAGE (page)));
  return self->resource != NULL ? desk_query_new (self->resource, desk_end_user_get_id (self->end_user)) : NULL;
}

GArray *
desk_data_pane_dup_selected_ids (DeskDataPane *self)
{
  GtkWidget *page = NULL;

  g_return_val_if_fail (DESK_IS_DATA_PANE (self), NULL);

  page = adw_bin_get_child (self->page);
  return DESK_IS_ROWS_PAGE (page) ? desk_rows_page_dup_selected_ids (DESK_ROWS_PAGE (page)) : NULL;
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

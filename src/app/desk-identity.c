/* desk-identity.c: who a customer is, as one institution knows them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-address-words.h"
#include "desk-identity.h"
#include "desk-json-read.h"

typedef struct
{
  const char *code;
  const char *words;
} Purpose;

static const Purpose phone_purposes[] = {
  { "MOBILE", N_("Mobile phone") },
  { "HOME", N_("Home phone") },
  { "WORK", N_("Work phone") },
  { "INTERNATIONAL", N_("International phone") },
  { NULL, N_("Phone") },
};

static const Purpose email_purposes[] = {
  { "HOME", N_("Home e-mail") },
  { "WORK", N_("Work e-mail") },
  { NULL, N_("E-mail") },
};

static const Purpose address_purposes[] = {
  { "MAIL", N_("Mailing address") },
  { "PHYSICAL", N_("Street address") },
  { "REGISTERED", N_("Registered address") },
  { "WORK", N_("Work address") },
  { NULL, N_("Address") },
};

static const Purpose organisation_types[] = {
  { "COMPANY", N_("Company") },
  { "GOVERNMENT_ENTITY", N_("Government entity") },
  { "PARTNERSHIP", N_("Partnership") },
  { "SOLE_TRADER", N_("Sole trader") },
  { "TRUST", N_("Trust") },
  { NULL, NULL },
};

typedef char *(*ReadFunc) (DeskJsonSlice slice);

static void
entry_free (DeskIdentityEntry *entry)
{
  g_free (entry->label);
  g_free (entry->value);
  g_free (entry);
}

/* Takes @value; an empty one is left out. */
static void
add_entry (DeskIdentity *self,
           const char   *label,
           char         *value)
{
  DeskIdentityEntry *entry = NULL;

  if (value == NULL || *g_strstrip (value) == '\0')
    {
      g_free (value);
      return;
    }
  entry = g_new0 (DeskIdentityEntry, 1);
  entry->label = g_strdup (label);
  entry->value = value;
  g_ptr_array_add (self->entries, entry);
}

static void
add_member (DeskIdentity  *self,
            const char    *label,
            DeskJsonSlice  object,
            const char    *member)
{
  add_entry (self, label, desk_json_read_text (object, member));
}

static void
append_word (GString    *words,
             const char *word)
{
  if (word == NULL || *word == '\0')
    return;
  if (words->len > 0)
    g_string_append_c (words, ' ');
  g_string_append (words, word);
}

static void
append_member (GString       *words,
               DeskJsonSlice  object,
               const char    *member)
{
  g_autofree char *word = desk_json_read_text (object, member);

  append_word (words, word);
}

static char *
read_person_name (DeskJsonSlice person)
{
  g_autoptr(GString) name = g_string_new (NULL);
  g_auto(GStrv) middle_names = desk_json_read_texts (person, "middle_names");

  append_member (name, person, "prefix");
  append_member (name, person, "first_name");
  for (guint i = 0; middle_names[i] != NULL; i++)
    append_word (name, middle_names[i]);
  append_member (name, person, "last_name");
  append_member (name, person, "suffix");
  return g_string_free (g_steal_pointer (&name), FALSE);
}

static char *
read_agent_name (DeskJsonSlice organisation)
{
  g_autoptr(GString) name = g_string_new (NULL);

  append_member (name, organisation, "agent_first_name");
  append_member (name, organisation, "agent_last_name");
  return g_string_free (g_steal_pointer (&name), FALSE);
}

static char *
read_phone (DeskJsonSlice phone)
{
  g_autoptr(GString) words = g_string_new (NULL);
  g_autofree char *extension = desk_json_read_text (phone, "extension");

  append_member (words, phone, "full_number");
  if (words->len == 0)
    {
      append_member (words, phone, "country_code");
      append_member (words, phone, "area_code");
      append_member (words, phone, "number");
    }
  if (extension != NULL && words->len > 0)
    /* Translators: the extension of a phone number, after the number */
    g_string_append_printf (words, _(" ext. %s"), extension);
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static char *
read_email (DeskJsonSlice email)
{
  return desk_json_read_text (email, "address");
}

static const char *
get_purpose_words (DeskJsonSlice  object,
                   const char    *member,
                   const Purpose *purposes)
{
  DeskJsonSlice purpose = desk_json_slice_get_member (object, member);

  while (purposes->code != NULL && !desk_json_slice_equals_string (purpose, purposes->code))
    purposes++;
  return purposes->words != NULL ? _(purposes->words) : NULL;
}

static char *
get_label (DeskJsonSlice  object,
           const Purpose *purposes)
{
  const char *words = get_purpose_words (object, "purpose", purposes);

  if (!desk_json_read_boolean (object, "is_preferred", FALSE))
    return g_strdup (words);
  /* Translators: a phone number or e-mail address that the customer prefers */
  return g_strdup_printf (_("%s, preferred"), words);
}

/* A bare text where an object is due is the value itself (hard-cases.md 6). */
static void
add_contacts (DeskIdentity  *self,
              DeskJsonSlice  contacts,
              const Purpose *purposes,
              ReadFunc       read)
{
  DeskJsonIter iter;
  DeskJsonSlice contact;

  desk_json_iter_init (&iter, contacts);
  while (desk_json_iter_next (&iter, NULL, &contact))
    {
      g_autofree char *label = get_label (contact, purposes);
      char *text = desk_json_slice_dup_string (contact);

      add_entry (self, label, text != NULL ? text : read (contact));
    }
}

static void
add_addresses (DeskIdentity  *self,
               DeskJsonSlice  customer)
{
  add_contacts (self, desk_json_slice_get_member (customer, "physical_addresses"), address_purposes,
                desk_address_words);
}

static void
add_person (DeskIdentity  *self,
            DeskJsonSlice  person)
{
  add_entry (self, _("Name"), read_person_name (person));
  add_member (self, _("Occupation code (ANZSCO)"), person, "occupation_code");
  add_contacts (self, desk_json_slice_get_member (person, "email_addresses"), email_purposes, read_email);
  add_contacts (self, desk_json_slice_get_member (person, "phone_numbers"), phone_purposes, read_phone);
  add_addresses (self, person);
}

static void
add_organisation_type (DeskIdentity  *self,
                       DeskJsonSlice  organisation)
{
  const char *words = get_purpose_words (organisation, "organisation_type", organisation_types);

  if (words != NULL)
    add_entry (self, _("Organisation type"), g_strdup (words));
  else
    add_member (self, _("Organisation type"), organisation, "organisation_type");
}

static void
add_agent (DeskIdentity  *self,
           DeskJsonSlice  organisation)
{
  g_autofree char *role = desk_json_read_text (organisation, "agent_role");
  /* Translators: who acts for an organisation, with the role */
  g_autofree char *label = role != NULL ? g_strdup_printf (_("Agent, %s"), role) : g_strdup (_("Agent"));

  add_entry (self, label, read_agent_name (organisation));
}

static void
add_organisation (DeskIdentity  *self,
                  DeskJsonSlice  organisation)
{
  add_member (self, _("Business name"), organisation, "business_name");
  add_member (self, _("Legal name"), organisation, "legal_name");
  add_member (self, _("Short name"), organisation, "short_name");
  add_member (self, _("ABN"), organisation, "abn");
  add_member (self, _("ACN"), organisation, "acn");
  add_organisation_type (self, organisation);
  add_agent (self, organisation);
  if (desk_json_read_boolean (organisation, "is_acnc_registered", FALSE))
    add_entry (self, _("Charity"), g_strdup (_("Registered with the ACNC")));
  add_member (self, _("Industry code (ANZSIC)"), organisation, "industry_code");
  add_member (self, _("Country of registration"), organisation, "registered_country");
  add_member (self, _("Established on"), organisation, "establishment_date");
  add_addresses (self, organisation);
}

static gboolean
is_object (DeskJsonSlice slice)
{
  return desk_json_slice_get_kind (slice) == DESK_JSON_KIND_OBJECT;
}

static DeskJsonSlice
get_customer (DeskJsonSlice record)
{
  DeskJsonSlice customer = desk_json_slice_get_member (record, "customer");

  return is_object (customer) ? customer : record;
}

DeskIdentity *
desk_identity_new (DeskJsonSlice record)
{
  DeskIdentity *self = g_new0 (DeskIdentity, 1);
  DeskJsonSlice customer = get_customer (record);
  DeskJsonSlice person = desk_json_slice_get_member (customer, "person");
  DeskJsonSlice organisation = desk_json_slice_get_member (customer, "organisation");
  DeskJsonSlice tag = desk_json_slice_get_member (customer, "customer_u_type");

  self->institution_id = desk_json_read_text (record, "institution_id");
  self->arrangement_id = desk_json_read_text (record, "arrangement_id");
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
  if (is_object (organisation) && (desk_json_slice_equals_string (tag, "organisation") || !is_object (person)))
    {
      self->updated = desk_json_read_instant (organisation, "last_update_time");
      add_organisation (self, organisation);
    }
  else
    {
      self->updated = desk_json_read_instant (person, "last_update_time");
      add_person (self, person);
    }
  return self;
}

void
desk_identity_free (DeskIdentity *self)
{
  if (self == NULL)
    return;

  g_free (self->institution_id);
  g_free (self->arrangement_id);
  g_ptr_array_unref (self->entries);
  g_free (self);
}

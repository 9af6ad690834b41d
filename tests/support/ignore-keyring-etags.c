/* ignore-keyring-etags.c: tells the leak check of what libsecret forgets
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * libsecret's file back end keeps the entity tag of its file, first that of what it read, and loses it when it writes: the new tag
 * is put over the one before (on_load_contents() and on_replace_contents() of secret-file-collection.c, libsecret 0.20.5). The
 * tags are made on a thread of GIO, so that no stack of the leak names libsecret, and tests/lsan.supp cannot either.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <gio/gio.h>
#include <sanitizer/lsan_interface.h>

typedef gboolean (*LoadFunc) (GFile         *file,
                              GAsyncResult  *result,
                              char         **contents,
                              gsize         *length,
                              char         **etag_out,
                              GError       **error);
typedef gboolean (*ReplaceFunc) (GFile         *file,
                                 GAsyncResult  *result,
                                 char         **new_etag,
                                 GError       **error);

static void
ignore (char **etag)
{
  if (etag != NULL && *etag != NULL)
    __lsan_ignore_object (*etag);
}

/* These two stand before GIO's in the search for symbols. */
gboolean
g_file_load_contents_finish (GFile         *file,
                             GAsyncResult  *result,
                             char         **contents,
                             gsize         *length,
                             char         **etag_out,
                             GError       **error)
{
  LoadFunc load = (LoadFunc) dlsym (RTLD_NEXT, "g_file_load_contents_finish");
  gboolean has_loaded = load (file, result, contents, length, etag_out, error);

  if (has_loaded)
    ignore (etag_out);
  return has_loaded;
}

gboolean
g_file_replace_contents_finish (GFile         *file,
                                GAsyncResult  *result,
                                char         **new_etag,
                                GError       **error)
{
  ReplaceFunc replace = (ReplaceFunc) dlsym (RTLD_NEXT, "g_file_replace_contents_finish");
  gboolean has_replaced = replace (file, result, new_etag, error);

  if (has_replaced)
    ignore (new_etag);
  return has_replaced;
}

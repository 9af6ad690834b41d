/* desk-sandbox-rewrite.h: a JSON object written again with some members changed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-json.h"

G_BEGIN_DECLS

/**
 * DeskSandboxRewriteMember:
 * @text: ends in the object that is being written
 * @name: the member's name
 *
 * Writes a member, in its own way or with desk_sandbox_rewrite_add(), or leaves it out.
 */
typedef void (*DeskSandboxRewriteMember)  (GString                  *text,
                                           const char               *name,
                                           DeskJsonSlice             value);

/**
 * desk_sandbox_rewrite_object:
 *
 * Appends @object to @text, each member as @write_member has it. What is no object is copied.
 */
void desk_sandbox_rewrite_object          (GString                  *text,
                                           DeskJsonSlice             object,
                                           DeskSandboxRewriteMember  write_member);

/**
 * desk_sandbox_rewrite_array:
 *
 * Appends @array to @text, each of its objects as @write_member has its members. What is no
 * array is copied.
 */
void desk_sandbox_rewrite_array           (GString                  *text,
                                           DeskJsonSlice             array,
                                           DeskSandboxRewriteMember  write_member);

/**
 * desk_sandbox_rewrite_add_name:
 *
 * Begins a member; the value is to follow.
 */
void desk_sandbox_rewrite_add_name        (GString                  *text,
                                           const char               *name);

/**
 * desk_sandbox_rewrite_add:
 *
 * Adds a member with the bytes of @value. Nothing is added where there is no value.
 */
void desk_sandbox_rewrite_add             (GString                  *text,
                                           const char               *name,
                                           DeskJsonSlice             value);

G_END_DECLS

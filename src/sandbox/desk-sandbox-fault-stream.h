/* desk-sandbox-fault-stream.h: answers that come late, slowly, without an end or not whole
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

/**
 * desk_sandbox_fault_stream_delay:
 * @milliseconds: how late the answer begins; 0 for at once
 */
void desk_sandbox_fault_stream_delay     (SoupServerMessage *message,
                                          guint64            milliseconds);

/**
 * desk_sandbox_fault_stream_drip:
 * @message: with its whole answer set, as below
 * @rate: bytes each second
 *
 * Sends the answer in small pieces.
 */
void desk_sandbox_fault_stream_drip      (SoupServerMessage *message,
                                          guint64            rate);

/**
 * desk_sandbox_fault_stream_cut:
 *
 * Sends half of the answer under the whole Content-Length, and closes the connection.
 */
void desk_sandbox_fault_stream_cut       (SoupServerMessage *message);

/**
 * desk_sandbox_fault_stream_blow_up:
 * @size: of the answer in bytes
 *
 * Fills the answer up with blanks before its last byte, which no JSON parser minds. It is made while
 * it is sent, so its size costs no memory.
 */
void desk_sandbox_fault_stream_blow_up   (SoupServerMessage *message,
                                          guint64            size);

/**
 * desk_sandbox_fault_stream_never_end:
 *
 * Sends the answer and now and then one more byte, until the client has enough.
 */
void desk_sandbox_fault_stream_never_end (SoupServerMessage *message);

G_END_DECLS

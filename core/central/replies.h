// SPDX-License-Identifier: MIT
#pragma once

#include "core/central/parameters.h"
#include "core/central/rows.h"
#include "core/sync/central_gateway.h"

namespace reeve::central {

// Between the values of CentralGateway and the columns of schema reeve_api. A reply that is not what this program
// knows is CentralTooNew or CentralTooOld by its protocol, else Internal; a single record that cannot be read is left
// out and counted in the log.

[[nodiscard]] Parameters pushParameters(const sync::PushBatch &batch);

[[nodiscard]] Result<sync::EnrolReply> enrolReply(const Rows &rows);
[[nodiscard]] Result<sync::SignInReply> signInReply(const Rows &rows);
[[nodiscard]] Result<sync::HelloReply> helloReply(const Rows &rows);
[[nodiscard]] std::optional<crypto::SignedOrder> signedOrder(const QJsonObject &json);
[[nodiscard]] Result<sync::PushReply> pushReply(const Rows &rows, const std::vector<qint64> &sequences);
[[nodiscard]] sync::FirstLoadPage firstLoadPage(const Rows &rows, QUuid after, int limit);
[[nodiscard]] Result<sync::PullPage> pullPage(const Rows &rows, sync::Cursor after);
[[nodiscard]] std::vector<sync::PulledInteraction> pulledInteractions(const Rows &rows); // id, body, agent
[[nodiscard]] Result<sync::RestrictedContent> restrictedContent(const Rows &rows);

} // namespace reeve::central

// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/instant.h"
#include "core/domain/partial_date.h"

#include <QDate>
#include <QDateTime>
#include <QString>

namespace reeve::ui {

// Instants are shown in Europe/London, whatever the machine is set to; dates day-month-year with the month in words.
// All in the language of the window.

[[nodiscard]] QDateTime londonTime(Instant instant);
[[nodiscard]] QDate londonDate(Instant instant);

[[nodiscard]] QString timeWords(Instant instant);                 // "10:42"
[[nodiscard]] QString timeWithSeconds(Instant instant);           // "10:42:07"
[[nodiscard]] QString dateWords(QDate date);                      // "21 Jun 1979"
[[nodiscard]] QString dayWords(QDate date, QDate today);          // "Today", "Yesterday", "3 Nov", "3 Nov 2025"
[[nodiscard]] QString momentWords(Instant instant, Instant now);  // "Today 10:42", "3 Nov 10:42"
[[nodiscard]] QString dateWords(const domain::PartialDate &date); // "21 Jun 1979", "Jun 1979", "1979", "about 1979"
[[nodiscard]] QString durationWords(std::chrono::milliseconds length); // "02:41", "1:02:41"

} // namespace reeve::ui

// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/interaction.h"
#include "core/services/sample/dice.h"

namespace reeve::services {

// What people get in touch about: a reason of the service catalogue, how it is told in a note, and how it ends.
struct Story
{
    quint32 share;            // how often, against the others
    const char16_t *reason;   // "lgsl:524"
    const char16_t *openings; // one is taken; alternatives are separated by '|'
    const char16_t *details;
    const char16_t *endings;
    const char16_t *welsh;        // the whole note, for those who speak Welsh
    const char16_t *dispositions; // codes, the likeliest first
};

[[nodiscard]] const Story &pickStory(Dice &dice);

// The note in words. "{day}", "{n}" and "{item}" are filled in.
[[nodiscard]] QString noteOf(const Story &story, bool inWelsh, Dice &dice);
[[nodiscard]] QString dispositionOf(const Story &story, Dice &dice);

// Something restricted that may come up in an interaction with that reason, with a basis that holds; nullptr for most.
struct Confidence
{
    const char16_t *reason;   // "" for any
    const char16_t *category; // SpecialCategory code; "" for criminal offence data
    const char16_t *condition;
    const char16_t *schedule1;
    const char16_t *evidence;
    const char16_t *detail;
};
[[nodiscard]] const Confidence *pickConfidence(QStringView reason, Dice &dice);

} // namespace reeve::services

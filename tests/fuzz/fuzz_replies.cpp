// SPDX-License-Identifier: MIT
// Answers of the centre: hello, sign-in, enrolment, pages of changes and of the first load, restricted content.
#include "tests/fuzz/result_rows.h"
#include "tests/fuzz/target.h"

#include "core/central/replies.h"
#include "core/central/schema.h"

using namespace reeve;

REEVE_FUZZ_TARGET(replies)
{
    if (input.isEmpty())
        return;
    const int kind = input.front() % 7;
    const QByteArrayView rest = input.sliced(1);
    switch (kind) {
    case 0:
        static_cast<void>(central::helloReply(fuzz::rowsFrom(rest, 1)));
        break;
    case 1:
        static_cast<void>(central::signInReply(fuzz::rowsFrom(rest, 1)));
        break;
    case 2:
        static_cast<void>(central::enrolReply(fuzz::rowsFrom(rest, 1)));
        break;
    case 3: {
        const sync::Cursor after{5, 7};
        const auto page = central::pullPage(fuzz::rowsFrom(rest, 5), after);
        fuzz::mustHold(!page || !(page->next < after), "a page never takes a desk back");
        break;
    }
    case 4:
        static_cast<void>(central::firstLoadPage(fuzz::rowsFrom(rest, 3), QUuid(), 10));
        break;
    case 5:
        static_cast<void>(central::pulledInteractions(fuzz::rowsFrom(rest, 3)));
        break;
    default:
        static_cast<void>(central::restrictedContent(fuzz::rowsFrom(rest, 3)));
    }
}

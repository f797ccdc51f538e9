// SPDX-License-Identifier: MIT
// Whoever has walked away.
#include "tests/screenshots/photographer.h"
#include "tests/screenshots/pictures.h"

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace reeve::test {

// Not in every look: a desk that is closed has no theme to choose.
void pictureLock(Photographer &at)
{
    at.run(ui::Command::Lock);
    at.wait(2s); // everything was sent: the desk is closed
    at.take(u"locked"_s, Photographer::Look::Light);
}

} // namespace reeve::test

// SPDX-License-Identifier: MIT
#include "core/domain/person.h"

#include <algorithm>

namespace reeve::domain {

QString PersonName::full() const
{
    QString text;
    text.reserve(title.size() + given.size() + middle.size() + family.size() + 3);
    for (const QString *part : {&title, &given, &middle, &family}) {
        if (part->isEmpty())
            continue;
        if (!text.isEmpty())
            text += u' ';
        text += *part;
    }
    return text;
}

const Address *Person::homeAddress() const
{
    const auto found =
        std::find_if(addresses.begin(), addresses.end(), [](const Address &a) { return a.use == AddressUse::Home; });
    return found == addresses.end() ? nullptr : &*found;
}

QString Person::displayName() const
{
    // The middle name is left out: at a desk people are recognised by how they are addressed.
    PersonName shown = name;
    if (!shown.given.isEmpty() || !shown.family.isEmpty())
        shown.middle.clear();
    return shown.isEmpty() ? knownAs : shown.full();
}

} // namespace reeve::domain

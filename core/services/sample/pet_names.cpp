// SPDX-License-Identifier: MIT
#include "core/services/sample/pet_names.h"

#include "core/matching/names/name_variants.h"

namespace reeve::services {

QString shortNameOf(const QString &given, Dice &dice)
{
    static const QHash<QString, QStringList> names = matching::NameVariants::shortNames();
    const auto found = names.constFind(given);
    if (found == names.constEnd())
        return {};
    return found->at(dice.below(static_cast<quint32>(found->size())));
}

} // namespace reeve::services

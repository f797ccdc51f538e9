// SPDX-License-Identifier: MIT
#include "core/services/address/known_street_words.h"

namespace reeve::services {

Result<std::shared_ptr<const QStringList>> KnownStreetWords::of(const store::GazetteerRepository &gazetteer)
{
    const auto state = gazetteer.state();
    if (!state)
        return fail(state);
    const std::lock_guard lock(m_mutex);
    if (m_words && m_of == *state)
        return m_words;
    auto words = gazetteer.streetWords();
    if (!words)
        return fail(words);
    m_words = std::make_shared<const QStringList>(std::move(*words));
    m_of = *state;
    return m_words;
}

} // namespace reeve::services

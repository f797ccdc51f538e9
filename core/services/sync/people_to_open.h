// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/ids.h"

#include <utility>
#include <vector>

namespace reeve::services {

// People whose timelines could not be asked for when they were opened: the last few, since whoever was on the screen
// long ago is not any more. Lives on the sync thread.
class PeopleToOpen final
{
public:
    static constexpr std::size_t most = 20;

    void add(domain::PersonId person)
    {
        remove(person);
        if (m_people.size() == most)
            m_people.erase(m_people.begin());
        m_people.push_back(person);
    }
    void remove(domain::PersonId person) { std::erase(m_people, person); }
    // The last one last.
    [[nodiscard]] std::vector<domain::PersonId> takeAll() { return std::exchange(m_people, {}); }

private:
    std::vector<domain::PersonId> m_people;
};

} // namespace reeve::services

// SPDX-License-Identifier: MIT
#pragma once

#include "core/store/gazetteer_repository.h"

#include <QStringList>

#include <memory>
#include <mutex>

namespace reeve::services {

// The words of the gazetteer's streets and places, read once and again after each load: to read and fold those of a
// county takes as long as several keystrokes. Any thread.
class KnownStreetWords final
{
public:
    [[nodiscard]] Result<std::shared_ptr<const QStringList>> of(const store::GazetteerRepository &gazetteer);

private:
    std::mutex m_mutex; // guards what follows
    store::GazetteerState m_of;
    std::shared_ptr<const QStringList> m_words;
};

} // namespace reeve::services

// SPDX-License-Identifier: MIT
#include "core/domain/gazetteer_delivery.h"

#include <QDateTime>

#include <algorithm>
#include <map>
#include <set>

namespace reeve::domain {

namespace {

struct Delivery
{
    std::set<int> present;
    int last = 1; // that a header or a trailer speaks of
};

QDate writtenOn(const GazetteerHeader &header)
{
    return QDateTime::fromMSecsSinceEpoch(toMilliseconds(header.processedAt), Qt::UTC).date();
}

} // namespace

std::optional<MissingVolume> missingVolume(const std::vector<GazetteerVolume> &files)
{
    std::map<QDate, Delivery> deliveries;
    for (const GazetteerVolume &file : files) {
        const int volume = std::max(file.header.volume, 1); // a file that is not numbered is the only one
        Delivery &delivery = deliveries[writtenOn(file.header)];
        delivery.present.insert(volume);
        delivery.last = std::max({delivery.last, volume, file.trailer ? file.trailer->nextVolume : 0});
    }
    for (const auto &[day, delivery] : deliveries) {
        int volume = 1;
        while (delivery.present.contains(volume))
            ++volume;
        if (volume <= delivery.last)
            return MissingVolume{volume, day};
    }
    return std::nullopt;
}

} // namespace reeve::domain

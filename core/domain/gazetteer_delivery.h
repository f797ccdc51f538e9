// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/gazetteer_record.h"

#include <QDate>

#include <optional>
#include <vector>

namespace reeve::domain {

// A full delivery is one file, tiles that each stand alone, or numbered volumes that are worth nothing without the
// others: a list made of some of them would lack streets, and nobody would see it.

// One of its files. The trailer is known once the file was read to its end; a file may lack it.
struct GazetteerVolume
{
    GazetteerHeader header;
    std::optional<GazetteerTrailer> trailer;
};

struct MissingVolume
{
    int volume = 0;
    QDate writtenOn; // of the delivery that lacks it

    friend bool operator==(const MissingVolume &, const MissingVolume &) = default;
};

// The first volume that the headers (all up to its own) and trailers (the next one) of full files speak of and that is
// not among them. Files of one process date are one delivery.
[[nodiscard]] std::optional<MissingVolume> missingVolume(const std::vector<GazetteerVolume> &files);

} // namespace reeve::domain

// SPDX-License-Identifier: MIT
#pragma once

#include "ui/parts/flow_layout.h"

namespace reeve::ui {

// Lays widgets out in columns of one width, to be read downwards: as many columns as there is room for.
class ColumnsLayout final : public FlowLayout
{
public:
    using FlowLayout::FlowLayout;

protected:
    int arrange(const QRect &rect, bool place) const override;
};

} // namespace reeve::ui

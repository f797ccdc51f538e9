// SPDX-License-Identifier: MIT
#pragma once

#include "core/services/sync/sync_service.h"

#include <QWidget>

class QGridLayout;

namespace reeve::ui {

// What an entry that needs attention asked the centre to write, to be read and copied. Shows nothing where nothing of
// it can be read; of restricted items it says how many there are.
class WrittenView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WrittenView)

public:
    explicit WrittenView(const services::AttentionItem &item, QWidget *parent = nullptr);

private:
    void addLine(const QString &name, const QString &value);

    QGridLayout *m_lines;
};

} // namespace reeve::ui

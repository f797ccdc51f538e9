// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/person.h"

#include <QWidget>

class QCheckBox;
class QLabel;

namespace reeve::ui {

// What somebody is to the council, any number of it: a box for each role.
class RolesField final : public QWidget
{
    Q_OBJECT

public:
    explicit RolesField(QWidget *parent);

    void setRoles(const std::vector<domain::PersonRole> &roles);
    [[nodiscard]] std::vector<domain::PersonRole> roles() const; // in the order they were set in, new ones last
    void retranslate();

signals:
    void edited();

private:
    std::vector<domain::PersonRole> m_set;
    QLabel *m_label;
    std::vector<QCheckBox *> m_boxes; // in the order of allPersonRoles()
};

} // namespace reeve::ui

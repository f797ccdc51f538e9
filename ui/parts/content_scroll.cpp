// SPDX-License-Identifier: MIT
#include "ui/parts/content_scroll.h"

using namespace Qt::Literals::StringLiterals;

namespace reeve::ui {

ContentScroll::ContentScroll(QWidget *parent) : QScrollArea(parent)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

void ContentScroll::replace(QWidget *content)
{
    if (QWidget *before = takeWidget()) {
        before->hide();
        before->deleteLater();
    }
    content->setProperty("role", u"clear"_s);
    setWidget(content);
}

} // namespace reeve::ui

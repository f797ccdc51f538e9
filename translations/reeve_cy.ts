<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="cy">
<context>
    <name>Around</name>
    <message>
        <source>evidence seen %1</source>
        <translation>gwelwyd tystiolaeth %1</translation>
    </message>
    <message>
        <source>%1, seen %2</source>
        <translation>%1, gwelwyd %2</translation>
    </message>
    <message>
        <source>(name not known here)</source>
        <translation>(enw ddim yn hysbys yma)</translation>
    </message>
    <message>
        <source>has died</source>
        <translation>wedi marw</translation>
    </message>
    <message numerus="yes">
        <source>%n year(s) old</source>
        <translation>
            <numerusform>0 oed</numerusform>
            <numerusform>%n oed</numerusform>
            <numerusform>%n oed</numerusform>
            <numerusform>%n oed</numerusform>
            <numerusform>%n oed</numerusform>
        </translation>
    </message>
    <message>
        <source>lived here before</source>
        <translation>yn byw yma o&apos;r blaen</translation>
    </message>
    <message>
        <source>may not act for them</source>
        <translation>ni chaiff weithredu ar eu rhan</translation>
    </message>
    <message>
        <source>%1 on their behalf: %2</source>
        <extracomment>somebody&apos;s name, and what they may do for another: &quot;Ann Lee on their behalf: Written consent – may be told&quot;</extracomment>
        <translation>%1 ar eu rhan: %2</translation>
    </message>
</context>
<context>
    <name>Attention</name>
    <message>
        <source>Two people merged into one</source>
        <translation>Dau berson wedi&apos;u cyfuno&apos;n un</translation>
    </message>
    <message>
        <source>A merge taken back</source>
        <translation>Cyfuniad a ddadwnaed</translation>
    </message>
    <message>
        <source>A decision about merged records</source>
        <translation>Penderfyniad am gofnodion cyfunedig</translation>
    </message>
    <message>
        <source>A new person</source>
        <translation>Person newydd</translation>
    </message>
    <message>
        <source>A change to a person</source>
        <translation>Newid i berson</translation>
    </message>
    <message>
        <source>A finished interaction</source>
        <translation>Cysylltiad a orffennwyd</translation>
    </message>
    <message>
        <source>A note added later</source>
        <translation>Nodyn a ychwanegwyd wedyn</translation>
    </message>
    <message>
        <source>A restricted item</source>
        <translation>Eitem gyfyngedig</translation>
    </message>
    <message>
        <source>The trace of a restricted item being read</source>
        <translation>Y cofnod bod eitem gyfyngedig wedi&apos;i darllen</translation>
    </message>
    <message>
        <source>Somebody without a name here</source>
        <translation>Rhywun heb enw yma</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 of %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message numerus="yes">
        <source>Two people changed %n field(s). Both versions are kept until you decide.</source>
        <translation>
            <numerusform>Ni newidiodd dau berson unrhyw faes.</numerusform>
            <numerusform>Newidiodd dau berson %n maes. Cedwir y ddwy fersiwn nes ichi benderfynu.</numerusform>
            <numerusform>Newidiodd dau berson %n o feysydd. Cedwir y ddwy fersiwn nes ichi benderfynu.</numerusform>
            <numerusform>Newidiodd dau berson %n o feysydd. Cedwir y ddwy fersiwn nes ichi benderfynu.</numerusform>
            <numerusform>Newidiodd dau berson %n o feysydd. Cedwir y ddwy fersiwn nes ichi benderfynu.</numerusform>
        </translation>
    </message>
    <message>
        <source>because something else arrived under the same number</source>
        <translation>am fod rhywbeth arall wedi cyrraedd o dan yr un rhif</translation>
    </message>
    <message>
        <source>because it breaks one of the centre&apos;s rules</source>
        <translation>am ei fod yn torri un o reolau&apos;r ganolfan</translation>
    </message>
    <message>
        <source>because the centre could not read it</source>
        <translation>am na allai&apos;r ganolfan ei ddarllen</translation>
    </message>
    <message>
        <source>because the centre refuses it whenever it is sent</source>
        <translation>am fod y ganolfan yn ei wrthod bob tro y caiff ei anfon</translation>
    </message>
    <message>
        <source>because the person it is about has not arrived there</source>
        <translation>am nad yw&apos;r person y mae&apos;n ymwneud ag ef wedi cyrraedd yno</translation>
    </message>
    <message>
        <source>because the person it is about has been removed there</source>
        <translation>am fod y person y mae&apos;n ymwneud ag ef wedi&apos;i ddileu yno</translation>
    </message>
    <message>
        <source>because the interaction it belongs to has not arrived there</source>
        <translation>am nad yw&apos;r cyswllt y mae&apos;n perthyn iddo wedi cyrraedd yno</translation>
    </message>
    <message>
        <source>because the centre is older than this desk and does not know such a thing yet</source>
        <translation>am fod y ganolfan yn hŷn na&apos;r ddesg hon a heb adnabod y fath beth eto</translation>
    </message>
    <message>
        <source>for a reason it did not explain</source>
        <translation>am reswm na chafodd ei egluro</translation>
    </message>
    <message>
        <source>for a reason it did not explain (%1)</source>
        <translation>am reswm na chafodd ei egluro (%1)</translation>
    </message>
    <message>
        <source>The centre had it and lost it when it was put back to an earlier day. What was restricted in it is no longer on this desk either: please write it down again.</source>
        <translation>Roedd gan y ganolfan hwn ac fe&apos;i collodd pan gafodd ei rhoi yn ôl i ddiwrnod cynharach. Nid yw&apos;r hyn a oedd yn gyfyngedig ynddo ar y ddesg hon chwaith: ysgrifennwch ef eto, os gwelwch yn dda.</translation>
    </message>
    <message>
        <source>The centre could not take it, %1. It keeps every word of it; nothing else is held up.</source>
        <translation>Ni allai&apos;r ganolfan ei dderbyn, %1. Mae&apos;n cadw pob gair ohono; nid yw&apos;n dal dim byd arall yn ôl.</translation>
    </message>
    <message>
        <source>It waits at the centre for something else, %1.</source>
        <translation>Mae&apos;n aros yn y ganolfan am rywbeth arall, %1.</translation>
    </message>
    <message>
        <source>because the council had ordered this desk to be erased</source>
        <translation>oherwydd bod y cyngor wedi gorchymyn dileu&apos;r ddesg hon</translation>
    </message>
    <message>
        <source>%1 decided at the centre not to take it. It keeps every word of it.</source>
        <translation>Penderfynodd %1 yn y ganolfan beidio â&apos;i dderbyn. Mae&apos;n cadw pob gair ohono.</translation>
    </message>
    <message>
        <source>A supervisor</source>
        <translation>Goruchwyliwr</translation>
    </message>
    <message>
        <source>%1 decided at the centre not to take it: “%2” It keeps every word of it.</source>
        <translation>Penderfynodd %1 yn y ganolfan beidio â&apos;i dderbyn: “%2” Mae&apos;n cadw pob gair ohono.</translation>
    </message>
    <message>
        <source>%1, %2: “%3” was kept, not “%4” (%5, %6)</source>
        <translation>%1, %2: cadwyd “%3”, nid “%4” (%5, %6)</translation>
    </message>
    <message>
        <source>because it is too long for the centre</source>
        <translation>am ei fod yn rhy hir ioherwydd ei fod yn rhy hir i&apos;r ganolfanapos;r ganolfan</translation>
    </message>
</context>
<context>
    <name>BasisWords</name>
    <message>
        <source>explicit consent</source>
        <translation>cydsyniad penodol</translation>
    </message>
    <message>
        <source>needed for social care or social security</source>
        <translation>angenrheidiol ar gyfer gofal cymdeithasol neu nawdd cymdeithasol</translation>
    </message>
    <message>
        <source>life at risk, and they cannot consent</source>
        <translation>bywyd mewn perygl, ac ni allant gydsynio</translation>
    </message>
    <message>
        <source>they made it public themselves</source>
        <translation>fe&apos;i gwnaed yn gyhoeddus ganddynt eu hunain</translation>
    </message>
    <message>
        <source>needed for a legal claim</source>
        <translation>angenrheidiol ar gyfer hawliad cyfreithiol</translation>
    </message>
    <message>
        <source>needed for the council&apos;s duty</source>
        <translation>angenrheidiol ar gyfer dyletswydd y cyngor</translation>
    </message>
    <message>
        <source>needed for health or social care</source>
        <translation>angenrheidiol ar gyfer iechyd neu ofal cymdeithasol</translation>
    </message>
    <message>
        <source>needed for public health</source>
        <translation>angenrheidiol ar gyfer iechyd y cyhoedd</translation>
    </message>
    <message>
        <source>statistics and archiving</source>
        <translation>ystadegau ac archifo</translation>
    </message>
    <message>
        <source>Racial or ethnic origin</source>
        <translation>Tarddiad hiliol neu ethnig</translation>
    </message>
    <message>
        <source>Political opinions</source>
        <translation>Barn wleidyddol</translation>
    </message>
    <message>
        <source>Religious or philosophical beliefs</source>
        <translation>Credoau crefyddol neu athronyddol</translation>
    </message>
    <message>
        <source>Trade union membership</source>
        <translation>Aelodaeth o undeb llafur</translation>
    </message>
    <message>
        <source>Genetic data</source>
        <translation>Data genetig</translation>
    </message>
    <message>
        <source>Biometric data</source>
        <translation>Data biometrig</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Iechyd</translation>
    </message>
    <message>
        <source>Sex life</source>
        <translation>Bywyd rhywiol</translation>
    </message>
    <message>
        <source>Sexual orientation</source>
        <translation>Cyfeiriadedd rhywiol</translation>
    </message>
    <message>
        <source>Criminal offence</source>
        <translation>Trosedd</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>category: why it may be held</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Held under official authority</source>
        <translation>Cedwir o dan awdurdod swyddogol</translation>
    </message>
    <message>
        <source>Basis: %1</source>
        <translation>Sail: %1</translation>
    </message>
    <message>
        <source>How did they consent?</source>
        <translation>Sut y gwnaethant gydsynio?</translation>
    </message>
    <message>
        <source>Why can they not consent?</source>
        <translation>Pam na allant gydsynio?</translation>
    </message>
    <message>
        <source>Why is it not done by consent?</source>
        <translation>Pam na wneir hyn drwy gydsyniad?</translation>
    </message>
    <message>
        <source>Health: they told us</source>
        <translation>Iechyd: fe ddywedasant wrthym</translation>
    </message>
    <message>
        <source>Health: for council tax</source>
        <translation>Iechyd: ar gyfer y dreth gyngor</translation>
    </message>
    <message>
        <source>Health: for housing benefit</source>
        <translation>Iechyd: ar gyfer budd-dal tai</translation>
    </message>
    <message>
        <source>Health: for the lifeline service</source>
        <translation>Iechyd: ar gyfer y gwasanaeth llinell bywyd</translation>
    </message>
    <message>
        <source>Health: for social care</source>
        <translation>Iechyd: ar gyfer gofal cymdeithasol</translation>
    </message>
    <message>
        <source>Health: life at risk, cannot consent</source>
        <translation>Iechyd: bywyd mewn perygl, ni allant gydsynio</translation>
    </message>
    <message>
        <source>Health: safeguarding</source>
        <translation>Iechyd: diogelu</translation>
    </message>
    <message>
        <source>Health: they consent</source>
        <translation>Iechyd: maen nhw&apos;n cydsynio</translation>
    </message>
    <message>
        <source>Ethnic origin: they told us</source>
        <translation>Tarddiad ethnig: fe ddywedasant wrthym</translation>
    </message>
    <message>
        <source>Religion or belief: they told us</source>
        <translation>Crefydd neu gred: fe ddywedasant wrthym</translation>
    </message>
    <message>
        <source>Sexual orientation: they told us</source>
        <translation>Cyfeiriadedd rhywiol: fe ddywedasant wrthym</translation>
    </message>
    <message>
        <source>Ethnic origin: equality monitoring</source>
        <translation>Tarddiad ethnig: monitro cydraddoldeb</translation>
    </message>
    <message>
        <source>Criminal offence: they told us</source>
        <translation>Trosedd: fe ddywedasant wrthym</translation>
    </message>
    <message>
        <source>Criminal offence: safeguarding</source>
        <translation>Trosedd: diogelu</translation>
    </message>
    <message>
        <source>employment, social security or social protection</source>
        <translation>cyflogaeth, nawdd cymdeithasol neu amddiffyniad cymdeithasol</translation>
    </message>
    <message>
        <source>a duty or power that the council has in law</source>
        <translation>dyletswydd neu bŵer sydd gan y cyngor yn ôl y gyfraith</translation>
    </message>
    <message>
        <source>equality monitoring</source>
        <translation>monitro cydraddoldeb</translation>
    </message>
    <message>
        <source>preventing or detecting unlawful acts</source>
        <translation>atal neu ganfod gweithredoedd anghyfreithlon</translation>
    </message>
    <message>
        <source>protecting the public against dishonesty</source>
        <translation>diogelu&apos;r cyhoedd rhag anonestrwydd</translation>
    </message>
    <message>
        <source>a regulator looks into unlawful acts or dishonesty</source>
        <translation>rheoleiddiwr yn ymchwilio i weithredoedd anghyfreithlon neu anonestrwydd</translation>
    </message>
    <message>
        <source>preventing fraud</source>
        <translation>atal twyll</translation>
    </message>
    <message>
        <source>confidential counselling or advice</source>
        <translation>cwnsela neu gyngor cyfrinachol</translation>
    </message>
    <message>
        <source>safeguarding a child or somebody at risk</source>
        <translation>diogelu plentyn neu rywun mewn perygl</translation>
    </message>
    <message>
        <source>protecting the money of somebody at risk</source>
        <translation>diogelu arian rhywun mewn perygl</translation>
    </message>
    <message>
        <source>a councillor or member of parliament acts for them</source>
        <translation>cynghorydd neu aelod seneddol yn gweithredu ar eu rhan</translation>
    </message>
    <message>
        <source>a councillor or member of parliament asked for it</source>
        <translation>cynghorydd neu aelod seneddol wedi gofyn amdano</translation>
    </message>
    <message>
        <source>they consent</source>
        <translation>maent yn cydsynio</translation>
    </message>
    <message>
        <source>a court needs it</source>
        <translation>mae ar lys ei angen</translation>
    </message>
    <message>
        <source>substantial public interest</source>
        <translation>budd sylweddol i&apos;r cyhoedd</translation>
    </message>
    <message>
        <source>insurance</source>
        <translation>yswiriant</translation>
    </message>
    <message>
        <source>Criminal offence: unlawful acts</source>
        <translation>Trosedd: gweithredoedd anghyfreithlon</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Find a person</source>
        <translation>Dod o hyd i berson</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>Person newydd</translation>
    </message>
    <message>
        <source>Edit person</source>
        <translation>Golygu person</translation>
    </message>
    <message>
        <source>Reveal a restricted item</source>
        <translation>Datgelu eitem gyfyngedig</translation>
    </message>
    <message>
        <source>Close person</source>
        <translation>Cau person</translation>
    </message>
    <message>
        <source>New phone call in</source>
        <translation>Galwad ffôn newydd i mewn</translation>
    </message>
    <message>
        <source>New phone call out</source>
        <translation>Galwad ffôn newydd allan</translation>
    </message>
    <message>
        <source>New face-to-face visit</source>
        <translation>Ymweliad wyneb yn wyneb newydd</translation>
    </message>
    <message>
        <source>New e-mail</source>
        <translation>E-bost newydd</translation>
    </message>
    <message>
        <source>New web form</source>
        <translation>Ffurflen we newydd</translation>
    </message>
    <message>
        <source>New letter</source>
        <translation>Llythyr newydd</translation>
    </message>
    <message>
        <source>New lifeline alarm</source>
        <translation>Larwm llinell bywyd newydd</translation>
    </message>
    <message>
        <source>Go to the note</source>
        <translation>Mynd i&apos;r nodyn</translation>
    </message>
    <message>
        <source>Flag something sensitive</source>
        <translation>Nodi rhywbeth sensitif</translation>
    </message>
    <message>
        <source>Wrap up</source>
        <translation>Dirwyn i ben</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Gorffen</translation>
    </message>
    <message>
        <source>Set this interaction aside</source>
        <translation>Rhoi&apos;r cysylltiad hwn o&apos;r neilltu</translation>
    </message>
    <message>
        <source>Take back what was set aside</source>
        <translation>Cymryd yn ôl yr hyn a roddwyd o&apos;r neilltu</translation>
    </message>
    <message>
        <source>Go to the timeline</source>
        <translation>Mynd i&apos;r llinell amser</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Angen sylw</translation>
    </message>
    <message>
        <source>Send and fetch now</source>
        <translation>Anfon a nôl nawr</translation>
    </message>
    <message>
        <source>Sign in to send</source>
        <translation>Mewngofnodi i anfon</translation>
    </message>
    <message>
        <source>Practise an outage</source>
        <translation>Ymarfer toriad cysylltiad</translation>
    </message>
    <message>
        <source>Hide the screen and lock</source>
        <translation>Cuddio&apos;r sgrin a chloi</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Allgofnodi</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Gadael</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Saesneg</translation>
    </message>
    <message>
        <source>Welsh</source>
        <translation>Cymraeg</translation>
    </message>
    <message>
        <source>Light or dark as the system</source>
        <translation>Golau neu dywyll fel y system</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Golau</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Tywyll</translation>
    </message>
    <message>
        <source>Comfortable rows</source>
        <translation>Rhesi cyfforddus</translation>
    </message>
    <message>
        <source>Compact rows</source>
        <translation>Rhesi cryno</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Testun mwy</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Testun llai</translation>
    </message>
    <message>
        <source>Normal text size</source>
        <translation>Maint testun arferol</translation>
    </message>
    <message>
        <source>Next part of the window</source>
        <translation>Rhan nesaf y ffenestr</translation>
    </message>
    <message>
        <source>Previous part of the window</source>
        <translation>Rhan flaenorol y ffenestr</translation>
    </message>
    <message>
        <source>All commands</source>
        <translation>Pob gorchymyn</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>Pob allwedd</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Interaction</source>
        <translation>Cysylltiad</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Desg</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Golwg</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Cymorth</translation>
    </message>
    <message>
        <source>Find duplicates</source>
        <translation>Dod o hyd i ddyblygiadau</translation>
    </message>
    <message>
        <source>Merge with another record</source>
        <translation>Cyfuno â chofnod arall</translation>
    </message>
    <message>
        <source>Separate merged records</source>
        <translation>Gwahanu cofnodion a gyfunwyd</translation>
    </message>
    <message>
        <source>Still right</source>
        <translation>Yn dal yn gywir</translation>
    </message>
    <message>
        <source>All contact details still right</source>
        <translation>Yr holl fanylion cyswllt yn dal yn gywir</translation>
    </message>
    <message>
        <source>This reaches nobody</source>
        <translation>Nid yw hwn yn cyrraedd neb</translation>
    </message>
    <message>
        <source>Record a death</source>
        <translation>Cofnodi marwolaeth</translation>
    </message>
    <message>
        <source>Search notes</source>
        <translation>Chwilio nodiadau</translation>
    </message>
    <message>
        <source>Make it about the person on screen</source>
        <translation>Ei wneud am y person ar y sgrin</translation>
    </message>
    <message>
        <source>Who is in touch?</source>
        <translation>Pwy sydd mewn cysylltiad?</translation>
    </message>
    <message>
        <source>Why are they in touch?</source>
        <translation>Pam maen nhw mewn cysylltiad?</translation>
    </message>
    <message>
        <source>Choose between merged values</source>
        <translation>Dewis rhwng gwerthoedd a gyfunwyd</translation>
    </message>
</context>
<context>
    <name>ContactWords</name>
    <message>
        <source>%1 has died (%2): no call goes to them any more. Whom do you call about the estate?</source>
        <translation>Mae %1 wedi marw (%2): nid oes neb yn eu ffonio mwyach. Pwy rydych chi&apos;n ei ffonio ynghylch yr ystad?</translation>
    </message>
    <message>
        <source>%1 has died (%2): nothing is written to them any more. Whom do you write to about the estate?</source>
        <translation>Mae %1 wedi marw (%2): nid oes neb yn ysgrifennu atynt mwyach. At bwy rydych chi&apos;n ysgrifennu ynghylch yr ystad?</translation>
    </message>
    <message>
        <source>%1 has died (%2). With whom is it about the estate?</source>
        <translation>Mae %1 wedi marw (%2). Gyda phwy y mae hyn ynghylch yr ystad?</translation>
    </message>
    <message>
        <source>No e-mail address on record reaches %1.</source>
        <translation>Nid oes unrhyw gyfeiriad e-bost ar gofnod yn cyrraedd %1.</translation>
    </message>
    <message>
        <source>No address on record reaches %1 by post.</source>
        <translation>Nid oes unrhyw gyfeiriad ar gofnod yn cyrraedd %1 drwy&apos;r post.</translation>
    </message>
    <message>
        <source>No telephone number on record reaches %1.</source>
        <translation>Nid oes unrhyw rif ffôn ar gofnod yn cyrraedd %1.</translation>
    </message>
    <message>
        <source>%1 is marked as reaching nobody.</source>
        <translation>Mae %1 wedi&apos;i nodi fel un nad yw&apos;n cyrraedd neb.</translation>
    </message>
    <message>
        <source>%1 cannot be dialled.</source>
        <translation>Ni ellir deialu %1.</translation>
    </message>
    <message>
        <source>%1 is no e-mail address.</source>
        <translation>Nid yw %1 yn gyfeiriad e-bost.</translation>
    </message>
    <message>
        <source>If that is a mistake, correct the record first: %1.</source>
        <translation>Os camgymeriad yw hynny, cywirwch y cofnod yn gyntaf: %1.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 (%2), %3</source>
        <translation>%1 (%2), %3</translation>
    </message>
    <message>
        <source>Call %1</source>
        <translation>Ffonio %1</translation>
    </message>
    <message>
        <source>Write to %1</source>
        <translation>Ysgrifennu at %1</translation>
    </message>
    <message>
        <source>Somebody else, about the estate</source>
        <translation>Rhywun arall, ynghylch yr ystad</translation>
    </message>
    <message>
        <source>Somebody else for them</source>
        <translation>Rhywun arall ar eu rhan</translation>
    </message>
    <message>
        <source>Call anyway</source>
        <translation>Ffonio beth bynnag</translation>
    </message>
    <message>
        <source>Write anyway</source>
        <translation>Ysgrifennu beth bynnag</translation>
    </message>
    <message>
        <source>Go on anyway</source>
        <translation>Mynd ymlaen beth bynnag</translation>
    </message>
</context>
<context>
    <name>Dates</name>
    <message>
        <source>Today</source>
        <translation>Heddiw</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Ddoe</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>a day and a time on it: &quot;Today 10:42&quot;</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>tua %1</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>Title</source>
        <translation>Teitl</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Enw cyntaf</translation>
    </message>
    <message>
        <source>Middle name</source>
        <translation>Enw canol</translation>
    </message>
    <message>
        <source>Family name</source>
        <translation>Cyfenw</translation>
    </message>
    <message>
        <source>Known as</source>
        <translation>Adwaenir fel</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>Dyddiad geni</translation>
    </message>
    <message>
        <source>Date of death</source>
        <translation>Dyddiad marw</translation>
    </message>
    <message>
        <source>Marital status</source>
        <translation>Statws priodasol</translation>
    </message>
    <message>
        <source>Preferred language</source>
        <translation>Dewis iaith</translation>
    </message>
    <message>
        <source>Communication needs</source>
        <translation>Anghenion cyfathrebu</translation>
    </message>
    <message>
        <source>How they like to be contacted</source>
        <translation>Sut maen nhw&apos;n hoffi i ni gysylltu</translation>
    </message>
    <message>
        <source>Council reference</source>
        <translation>Cyfeirnod y cyngor</translation>
    </message>
    <message>
        <source>NHS number</source>
        <translation>Rhif GIG</translation>
    </message>
    <message>
        <source>National Insurance number</source>
        <translation>Rhif Yswiriant Gwladol</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rolau</translation>
    </message>
    <message>
        <source>Former name</source>
        <translation>Enw blaenorol</translation>
    </message>
    <message>
        <source>Contact details</source>
        <translation>Manylion cyswllt</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Cyfeiriad</translation>
    </message>
    <message>
        <source>Relationship</source>
        <translation>Perthynas</translation>
    </message>
    <message>
        <source>Payment reference</source>
        <translation>Cyfeirnod talu</translation>
    </message>
    <message>
        <source>Reference elsewhere</source>
        <translation>Cyfeirnod mewn man arall</translation>
    </message>
    <message>
        <source>(nothing)</source>
        <translation>(dim)</translation>
    </message>
    <message>
        <source>somebody on record</source>
        <translation>rhywun ar gofnod</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Cartref</translation>
    </message>
</context>
<context>
    <name>Hits</name>
    <message>
        <source>(name not known)</source>
        <translation>(enw ddim yn hysbys)</translation>
    </message>
    <message>
        <source>%1 (known as %2)</source>
        <translation>%1 (adwaenir fel %2)</translation>
    </message>
</context>
<context>
    <name>InteractionWords</name>
    <message>
        <source>On a call</source>
        <translation>Ar alwad</translation>
    </message>
    <message>
        <source>With somebody</source>
        <translation>Gyda rhywun</translation>
    </message>
    <message>
        <source>On an alarm</source>
        <translation>Ar larwm</translation>
    </message>
    <message>
        <source>On an e-mail</source>
        <translation>Ar e-bost</translation>
    </message>
    <message>
        <source>On a web form</source>
        <translation>Ar ffurflen we</translation>
    </message>
    <message>
        <source>On a letter</source>
        <translation>Ar lythyr</translation>
    </message>
</context>
<context>
    <name>Matches</name>
    <message>
        <source>first name</source>
        <translation>enw cyntaf</translation>
    </message>
    <message>
        <source>middle name</source>
        <translation>enw canol</translation>
    </message>
    <message>
        <source>family name</source>
        <translation>cyfenw</translation>
    </message>
    <message>
        <source>date of birth</source>
        <translation>dyddiad geni</translation>
    </message>
    <message>
        <source>address</source>
        <translation>cyfeiriad</translation>
    </message>
    <message>
        <source>postcode</source>
        <translation>cod post</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>ffôn</translation>
    </message>
    <message>
        <source>home phone</source>
        <translation>ffôn cartref</translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation>e-bost</translation>
    </message>
    <message>
        <source>NHS number</source>
        <translation>rhif GIG</translation>
    </message>
    <message>
        <source>National Insurance number</source>
        <translation>rhif Yswiriant Gwladol</translation>
    </message>
    <message>
        <source>The same</source>
        <translation>Yr un</translation>
    </message>
    <message>
        <source>Another form</source>
        <translation>Ffurf arall</translation>
    </message>
    <message>
        <source>One slip apart</source>
        <translation>Un llithriad yn wahanol</translation>
    </message>
    <message>
        <source>Sounds alike</source>
        <translation>Yn swnio’n debyg</translation>
    </message>
    <message>
        <source>In part</source>
        <translation>Yn rhannol</translation>
    </message>
    <message>
        <source>A former one</source>
        <translation>Un blaenorol</translation>
    </message>
    <message>
        <source>Changed places</source>
        <translation>Wedi cyfnewid lle</translation>
    </message>
    <message>
        <source>Only the year</source>
        <translation>Y flwyddyn yn unig</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Agos</translation>
    </message>
    <message>
        <source>Different</source>
        <translation>Gwahanol</translation>
    </message>
    <message>
        <source>Very likely</source>
        <translation>Tebygol iawn</translation>
    </message>
    <message>
        <source>Possible</source>
        <translation>Posibl</translation>
    </message>
    <message>
        <source>Less likely</source>
        <translation>Llai tebygol</translation>
    </message>
    <message>
        <source>One of several</source>
        <translation>Un o sawl un</translation>
    </message>
    <message>
        <source>Unlikely</source>
        <translation>Annhebygol</translation>
    </message>
    <message>
        <source>This is very likely somebody we know. F3 goes there, Enter opens that person instead.</source>
        <translation>Mae’n debygol iawn mai rhywun rydym yn ei adnabod yw hwn. Mae F3 yn mynd yno, ac Enter yn agor y person hwnnw yn lle hynny.</translation>
    </message>
    <message>
        <source>It may be somebody we know: check before you go on. F3 goes there, Enter opens that person instead.</source>
        <translation>Gall fod yn rhywun rydym yn ei adnabod: gwiriwch cyn mynd ymlaen. Mae F3 yn mynd yno, ac Enter yn agor y person hwnnw yn lle hynny.</translation>
    </message>
    <message>
        <source>Not much agrees, but look. F3 goes there, Enter opens that person instead.</source>
        <translation>Nid oes llawer yn cyd-fynd, ond edrychwch. Mae F3 yn mynd yno, ac Enter yn agor y person hwnnw yn lle hynny.</translation>
    </message>
    <message>
        <source>Several people fit about equally well: ask for one thing more. F3 goes there, Enter opens that person instead.</source>
        <translation>Mae sawl person yn ffitio cystal â’i gilydd: gofynnwch am un peth arall. Mae F3 yn mynd yno, ac Enter yn agor y person hwnnw yn lle hynny.</translation>
    </message>
    <message>
        <source>Nobody on record looks like this person.</source>
        <translation>Nid oes neb ar gofnod yn debyg i’r person hwn.</translation>
    </message>
    <message>
        <source>May be a twin: the same birthday, family and home, another first name.</source>
        <translation>Gall fod yn efaill: yr un pen-blwydd, teulu a chartref, enw cyntaf arall.</translation>
    </message>
    <message>
        <source>May be parent and child: the same name and home, a generation apart.</source>
        <translation>Gallant fod yn rhiant a phlentyn: yr un enw a chartref, cenhedlaeth ar wahân.</translation>
    </message>
    <message>
        <source>One of them is recorded as having died.</source>
        <translation>Cofnodwyd bod un ohonynt wedi marw.</translation>
    </message>
    <message>
        <source>Two people: they died on different days.</source>
        <translation>Dau berson: buont farw ar ddyddiau gwahanol.</translation>
    </message>
    <message>
        <source>Two people: their NHS numbers differ.</source>
        <translation>Dau berson: mae eu rhifau GIG yn wahanol.</translation>
    </message>
    <message>
        <source>Two people: their National Insurance numbers differ.</source>
        <translation>Dau berson: mae eu rhifau Yswiriant Gwladol yn wahanol.</translation>
    </message>
    <message>
        <source>May be two people: the same name, but a date of birth is missing.</source>
        <translation>Gallant fod yn ddau berson: yr un enw, ond mae dyddiad geni ar goll.</translation>
    </message>
</context>
<context>
    <name>Merging</name>
    <message>
        <source>Somebody has said meanwhile that these two are not the same. Nothing was changed; look again, and merge if you know better.</source>
        <translation>Mae rhywun wedi dweud yn y cyfamser nad yr un person yw’r ddau hyn. Ni newidiwyd dim; edrychwch eto, a chyfunwch os gwyddoch yn well.</translation>
    </message>
    <message>
        <source>These two are one person already. Nothing was changed.</source>
        <translation>Un person yw’r ddau hyn eisoes. Ni newidiwyd dim.</translation>
    </message>
    <message>
        <source>One of the two is no longer on this desk. Nothing was changed.</source>
        <translation>Nid yw un o’r ddau ar y ddesg hon bellach. Ni newidiwyd dim.</translation>
    </message>
    <message>
        <source>This desk may not show or change people now: it has been without contact with the centre for too long, or your role does not allow it. Nothing was changed; ask a supervisor.</source>
        <translation>Ni chaiff y ddesg hon ddangos na newid pobl nawr: bu heb gysylltiad â’r ganolfan yn rhy hir, neu nid yw eich rôl yn caniatáu hynny. Ni newidiwyd dim; gofynnwch i oruchwyliwr.</translation>
    </message>
</context>
<context>
    <name>Pairs</name>
    <message>
        <source>Other addresses</source>
        <translation>Cyfeiriadau eraill</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>yr un</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>gwahanol</translation>
    </message>
    <message>
        <source>only left</source>
        <translation>chwith yn unig</translation>
    </message>
    <message>
        <source>only right</source>
        <translation>de yn unig</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>cedwir</translation>
    </message>
</context>
<context>
    <name>PersonWords</name>
    <message>
        <source>family name</source>
        <translation>cyfenw</translation>
    </message>
    <message>
        <source>first name</source>
        <translation>enw cyntaf</translation>
    </message>
    <message>
        <source>middle name</source>
        <translation>enw canol</translation>
    </message>
    <message>
        <source>%1 is a short form</source>
        <translation>mae %1 yn ffurf fer</translation>
    </message>
    <message>
        <source>%1 spelled another way</source>
        <translation>%1 wedi&apos;i sillafu&apos;n wahanol</translation>
    </message>
    <message>
        <source>%1 sounds alike</source>
        <translation>%1 yn swnio&apos;n debyg</translation>
    </message>
    <message>
        <source>%1 differs by a letter or two</source>
        <translation>%1 yn wahanol o lythyren neu ddwy</translation>
    </message>
    <message>
        <source>day and month of birth swapped</source>
        <translation>diwrnod a mis geni wedi&apos;u cyfnewid</translation>
    </message>
    <message>
        <source>year of birth</source>
        <translation>blwyddyn geni</translation>
    </message>
    <message>
        <source>postcode district</source>
        <translation>ardal y cod post</translation>
    </message>
    <message>
        <source>last digits of the phone number</source>
        <translation>digidau olaf y rhif ffôn</translation>
    </message>
    <message>
        <source>%1 nearly the same</source>
        <translation>%1 bron yr un peth</translation>
    </message>
    <message>
        <source>known as</source>
        <translation>adwaenir fel</translation>
    </message>
    <message>
        <source>former name</source>
        <translation>enw blaenorol</translation>
    </message>
    <message>
        <source>date of birth</source>
        <translation>dyddiad geni</translation>
    </message>
    <message>
        <source>postcode</source>
        <translation>cod post</translation>
    </message>
    <message>
        <source>address</source>
        <translation>cyfeiriad</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>ffôn</translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation>e-bost</translation>
    </message>
    <message>
        <source>UPRN</source>
        <translation>UPRN</translation>
    </message>
    <message>
        <source>NHS number</source>
        <translation>Rhif GIG</translation>
    </message>
    <message>
        <source>National Insurance number</source>
        <translation>Rhif Yswiriant Gwladol</translation>
    </message>
    <message>
        <source>reference</source>
        <translation>cyfeirnod</translation>
    </message>
    <message numerus="yes">
        <source>%n year(s) old</source>
        <translation>
            <numerusform>0 oed</numerusform>
            <numerusform>%n oed</numerusform>
            <numerusform>%n oed</numerusform>
            <numerusform>%n oed</numerusform>
            <numerusform>%n oed</numerusform>
        </translation>
    </message>
    <message>
        <source>lived to %1</source>
        <translation>bu fyw hyd %1</translation>
    </message>
    <message>
        <source>Not asked</source>
        <translation>Heb ofyn</translation>
    </message>
    <message>
        <source>Prefers not to say</source>
        <translation>Yn dewis peidio â dweud</translation>
    </message>
    <message>
        <source>Never married or in a civil partnership</source>
        <translation>Erioed wedi priodi na bod mewn partneriaeth sifil</translation>
    </message>
    <message>
        <source>Married</source>
        <translation>Priod</translation>
    </message>
    <message>
        <source>In a civil partnership</source>
        <translation>Mewn partneriaeth sifil</translation>
    </message>
    <message>
        <source>Separated, still married</source>
        <translation>Wedi gwahanu, yn dal yn briod</translation>
    </message>
    <message>
        <source>Separated, still in a civil partnership</source>
        <translation>Wedi gwahanu, yn dal mewn partneriaeth sifil</translation>
    </message>
    <message>
        <source>Divorced</source>
        <translation>Wedi ysgaru</translation>
    </message>
    <message>
        <source>Civil partnership dissolved</source>
        <translation>Partneriaeth sifil wedi&apos;i diddymu</translation>
    </message>
    <message>
        <source>Widowed</source>
        <translation>Gweddw</translation>
    </message>
    <message>
        <source>Surviving civil partner</source>
        <translation>Partner sifil sy&apos;n goroesi</translation>
    </message>
    <message>
        <source>Partner</source>
        <translation>Partner</translation>
    </message>
    <message>
        <source>Parent</source>
        <translation>Rhiant</translation>
    </message>
    <message>
        <source>Child</source>
        <translation>Plentyn</translation>
    </message>
    <message>
        <source>Brother or sister</source>
        <translation>Brawd neu chwaer</translation>
    </message>
    <message>
        <source>Carer</source>
        <translation>Gofalwr</translation>
    </message>
    <message>
        <source>Cared for</source>
        <translation>Derbyn gofal</translation>
    </message>
    <message>
        <source>Neighbour</source>
        <translation>Cymydog</translation>
    </message>
    <message>
        <source>Friend</source>
        <translation>Ffrind</translation>
    </message>
    <message>
        <source>Landlord</source>
        <translation>Landlord</translation>
    </message>
    <message>
        <source>Professional</source>
        <translation>Gweithiwr proffesiynol</translation>
    </message>
    <message>
        <source>Other relationship</source>
        <translation>Perthynas arall</translation>
    </message>
    <message>
        <source>Lasting power of attorney, health and welfare</source>
        <translation>Atwrneiaeth arhosol, iechyd a lles</translation>
    </message>
    <message>
        <source>Lasting power of attorney, property and money</source>
        <translation>Atwrneiaeth arhosol, eiddo ac arian</translation>
    </message>
    <message>
        <source>Court-appointed deputy</source>
        <translation>Dirprwy a benodwyd gan y llys</translation>
    </message>
    <message>
        <source>Benefits appointee</source>
        <translation>Penodai budd-daliadau</translation>
    </message>
    <message>
        <source>Advocate</source>
        <translation>Eiriolwr</translation>
    </message>
    <message>
        <source>Parental responsibility</source>
        <translation>Cyfrifoldeb rhiant</translation>
    </message>
    <message>
        <source>Written consent</source>
        <translation>Cydsyniad ysgrifenedig</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Cartref</translation>
    </message>
    <message>
        <source>For letters</source>
        <translation>Ar gyfer llythyrau</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Blaenorol</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Saesneg</translation>
    </message>
    <message>
        <source>Welsh</source>
        <translation>Cymraeg</translation>
    </message>
    <message>
        <source>British Sign Language</source>
        <translation>Iaith Arwyddion Prydain</translation>
    </message>
    <message>
        <source>Polish</source>
        <translation>Pwyleg</translation>
    </message>
    <message>
        <source>Panjabi</source>
        <translation>Pwnjabeg</translation>
    </message>
    <message>
        <source>Urdu</source>
        <translation>Wrdw</translation>
    </message>
    <message>
        <source>Romanian</source>
        <translation>Rwmaneg</translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation>Arabeg</translation>
    </message>
    <message>
        <source>Bengali</source>
        <translation>Bengaleg</translation>
    </message>
    <message>
        <source>Council tax</source>
        <translation>Treth gyngor</translation>
    </message>
    <message>
        <source>Rent</source>
        <translation>Rhent</translation>
    </message>
    <message>
        <source>Business rates</source>
        <translation>Ardrethi busnes</translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation>Tenant</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Cleient</translation>
    </message>
    <message>
        <source>mobile</source>
        <translation>symudol</translation>
    </message>
    <message>
        <source>home</source>
        <translation>cartref</translation>
    </message>
    <message>
        <source>work</source>
        <translation>gwaith</translation>
    </message>
    <message>
        <source>Resident</source>
        <translation>Preswylydd</translation>
    </message>
    <message>
        <source>Service user</source>
        <translation>Defnyddiwr gwasanaeth</translation>
    </message>
    <message>
        <source>Business contact</source>
        <translation>Cyswllt busnes</translation>
    </message>
    <message>
        <source>Visitor</source>
        <translation>Ymwelydd</translation>
    </message>
    <message>
        <source>Third party</source>
        <translation>Trydydd parti</translation>
    </message>
    <message>
        <source>the council&apos;s own reference, in a merged record</source>
        <translation>cyfeirnod y cyngor ei hun, mewn cofnod a gyfunwyd</translation>
    </message>
    <message>
        <source>Housing</source>
        <translation>Tai</translation>
    </message>
</context>
<context>
    <name>SyncLine</name>
    <message>
        <source>Loading people – %1 so far</source>
        <translation>Yn llwytho pobl – %1 hyd yma</translation>
    </message>
    <message>
        <source>The people of this council are being loaded for the first time. You can work already.</source>
        <translation>Mae pobl y cyngor hwn yn cael eu llwytho am y tro cyntaf. Gallwch weithio&apos;n barod.</translation>
    </message>
    <message numerus="yes">
        <source>Saved · sending %n</source>
        <translation>
            <numerusform>Cadwyd · yn anfon %n</numerusform>
            <numerusform>Cadwyd · yn anfon %n</numerusform>
            <numerusform>Cadwyd · yn anfon %n</numerusform>
            <numerusform>Cadwyd · yn anfon %n</numerusform>
            <numerusform>Cadwyd · yn anfon %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is saved on this desk and is on its way to the centre.</source>
        <translation>Mae popeth wedi&apos;i gadw ar y ddesg hon ac ar ei ffordd i&apos;r ganolfan.</translation>
    </message>
    <message numerus="yes">
        <source>Saved · Sent · %n not yet safe</source>
        <translation>
            <numerusform>Cadwyd · Anfonwyd · %n heb fod yn ddiogel eto</numerusform>
            <numerusform>Cadwyd · Anfonwyd · %n heb fod yn ddiogel eto</numerusform>
            <numerusform>Cadwyd · Anfonwyd · %n heb fod yn ddiogel eto</numerusform>
            <numerusform>Cadwyd · Anfonwyd · %n heb fod yn ddiogel eto</numerusform>
            <numerusform>Cadwyd · Anfonwyd · %n heb fod yn ddiogel eto</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is saved here and sent to the centre. It is safe once the centre has settled it.</source>
        <translation>Mae popeth wedi&apos;i gadw yma a&apos;i anfon i&apos;r ganolfan. Mae&apos;n ddiogel unwaith y bydd y ganolfan wedi&apos;i setlo.</translation>
    </message>
    <message>
        <source>Saved · Sent · Safe</source>
        <translation>Cadwyd · Anfonwyd · Diogel</translation>
    </message>
    <message>
        <source>Everything is saved on this desk, sent to the centre and safe there.</source>
        <translation>Mae popeth wedi&apos;i gadw ar y ddesg hon, wedi&apos;i anfon i&apos;r ganolfan ac yn ddiogel yno.</translation>
    </message>
    <message numerus="yes">
        <source>Practice outage – %n waiting, all saved here</source>
        <translation>
            <numerusform>Toriad ymarfer – dim yn aros, popeth wedi&apos;i gadw yma</numerusform>
            <numerusform>Toriad ymarfer – %n yn aros, popeth wedi&apos;i gadw yma</numerusform>
            <numerusform>Toriad ymarfer – %n yn aros, popeth wedi&apos;i gadw yma</numerusform>
            <numerusform>Toriad ymarfer – %n yn aros, popeth wedi&apos;i gadw yma</numerusform>
            <numerusform>Toriad ymarfer – %n yn aros, popeth wedi&apos;i gadw yma</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Practice outage since %1 – %n waiting, all saved here</source>
        <translation>
            <numerusform>Toriad ymarfer ers %1 – dim yn aros, popeth wedi&apos;i gadw yma</numerusform>
            <numerusform>Toriad ymarfer ers %1 – %n yn aros, popeth wedi&apos;i gadw yma</numerusform>
            <numerusform>Toriad ymarfer ers %1 – %n yn aros, popeth wedi&apos;i gadw yma</numerusform>
            <numerusform>Toriad ymarfer ers %1 – %n yn aros, popeth wedi&apos;i gadw yma</numerusform>
            <numerusform>Toriad ymarfer ers %1 – %n yn aros, popeth wedi&apos;i gadw yma</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Offline – %n waiting, all saved here</source>
        <translation>
            <numerusform>All-lein – dim yn aros, popeth wedi&apos;i gadw yma</numerusform>
            <numerusform>All-lein – %n yn aros, popeth wedi&apos;i gadw yma</numerusform>
            <numerusform>All-lein – %n yn aros, popeth wedi&apos;i gadw yma</numerusform>
            <numerusform>All-lein – %n yn aros, popeth wedi&apos;i gadw yma</numerusform>
            <numerusform>All-lein – %n yn aros, popeth wedi&apos;i gadw yma</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Offline since %1 – %n waiting, all saved here</source>
        <translation>
            <numerusform>All-lein ers %1 – dim yn aros, popeth wedi&apos;i gadw yma</numerusform>
            <numerusform>All-lein ers %1 – %n yn aros, popeth wedi&apos;i gadw yma</numerusform>
            <numerusform>All-lein ers %1 – %n yn aros, popeth wedi&apos;i gadw yma</numerusform>
            <numerusform>All-lein ers %1 – %n yn aros, popeth wedi&apos;i gadw yma</numerusform>
            <numerusform>All-lein ers %1 – %n yn aros, popeth wedi&apos;i gadw yma</numerusform>
        </translation>
    </message>
    <message>
        <source>You have pulled the plug to practise. Work on as usual; put it back under Desk.</source>
        <translation>Rydych wedi tynnu&apos;r plwg i ymarfer. Daliwch ati fel arfer; rhowch ef yn ôl o dan Desg.</translation>
    </message>
    <message numerus="yes">
        <source>Not signed in at the centre – %n waiting, all saved here</source>
        <translation>
            <numerusform>Heb fewngofnodi yn y ganolfan – dim yn aros, popeth wedi&apos;i gadw yma</numerusform>
            <numerusform>Heb fewngofnodi yn y ganolfan – %n yn aros, popeth wedi&apos;i gadw yma</numerusform>
            <numerusform>Heb fewngofnodi yn y ganolfan – %n yn aros, popeth wedi&apos;i gadw yma</numerusform>
            <numerusform>Heb fewngofnodi yn y ganolfan – %n yn aros, popeth wedi&apos;i gadw yma</numerusform>
            <numerusform>Heb fewngofnodi yn y ganolfan – %n yn aros, popeth wedi&apos;i gadw yma</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The centre does not take this now – %n waiting, all saved here</source>
        <translation>
            <numerusform>Nid yw&apos;r ganolfan yn derbyn hyn nawr – dim yn aros, popeth wedi&apos;i gadw yma</numerusform>
            <numerusform>Nid yw&apos;r ganolfan yn derbyn hyn nawr – %n yn aros, popeth wedi&apos;i gadw yma</numerusform>
            <numerusform>Nid yw&apos;r ganolfan yn derbyn hyn nawr – %n yn aros, popeth wedi&apos;i gadw yma</numerusform>
            <numerusform>Nid yw&apos;r ganolfan yn derbyn hyn nawr – %n yn aros, popeth wedi&apos;i gadw yma</numerusform>
            <numerusform>Nid yw&apos;r ganolfan yn derbyn hyn nawr – %n yn aros, popeth wedi&apos;i gadw yma</numerusform>
        </translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Yn cysylltu…</translation>
    </message>
    <message>
        <source>Reeve is looking for the centre. You can work already.</source>
        <translation>Mae Reeve yn chwilio am y ganolfan. Gallwch weithio&apos;n barod.</translation>
    </message>
    <message numerus="yes">
        <source>The centre wants to remove %n people from this desk</source>
        <translation>
            <numerusform>Mae&apos;r ganolfan am dynnu %n o bobl oddi ar y ddesg hon</numerusform>
            <numerusform>Mae&apos;r ganolfan am dynnu %n person oddi ar y ddesg hon</numerusform>
            <numerusform>Mae&apos;r ganolfan am dynnu %n berson oddi ar y ddesg hon</numerusform>
            <numerusform>Mae&apos;r ganolfan am dynnu %n o bobl oddi ar y ddesg hon</numerusform>
            <numerusform>Mae&apos;r ganolfan am dynnu %n o bobl oddi ar y ddesg hon</numerusform>
        </translation>
    </message>
    <message>
        <source>That is more than usual, so nobody has been removed yet and nothing new is fetched. Ask whoever looks after the centre; if it is meant to be, let it happen.</source>
        <translation>Mae hynny&apos;n fwy nag arfer, felly nid oes neb wedi&apos;i dynnu eto ac nid oes dim newydd yn cael ei nôl. Gofynnwch i bwy bynnag sy&apos;n gofalu am y ganolfan; os yw i fod, gadewch iddo ddigwydd.</translation>
    </message>
    <message numerus="yes">
        <source>This desk only hands in work – %n waiting, all saved here</source>
        <translation>
            <numerusform>Dim ond anfon gwaith mae&apos;r ddesg hon – dim yn aros, popeth wedi&apos;i gadw yma</numerusform>
            <numerusform>Dim ond anfon gwaith mae&apos;r ddesg hon – %n yn aros, popeth wedi&apos;i gadw yma</numerusform>
            <numerusform>Dim ond anfon gwaith mae&apos;r ddesg hon – %n yn aros, popeth wedi&apos;i gadw yma</numerusform>
            <numerusform>Dim ond anfon gwaith mae&apos;r ddesg hon – %n yn aros, popeth wedi&apos;i gadw yma</numerusform>
            <numerusform>Dim ond anfon gwaith mae&apos;r ddesg hon – %n yn aros, popeth wedi&apos;i gadw yma</numerusform>
        </translation>
    </message>
    <message>
        <source>This desk only hands in work – all of it is sent</source>
        <translation>Dim ond anfon gwaith mae&apos;r ddesg hon – mae&apos;r cyfan wedi&apos;i anfon</translation>
    </message>
    <message>
        <source>The council has limited this desk. What you save is still sent, but people are not shown here any more. Ask your supervisor.</source>
        <translation>Mae&apos;r cyngor wedi cyfyngu&apos;r ddesg hon. Mae&apos;r hyn rydych yn ei gadw yn dal i gael ei anfon, ond ni ddangosir pobl yma mwyach. Gofynnwch i&apos;ch goruchwyliwr.</translation>
    </message>
    <message numerus="yes">
        <source>The council has closed this desk – %n waiting, all saved here</source>
        <translation>
            <numerusform>Mae&apos;r cyngor wedi cau&apos;r ddesg hon – dim yn aros, popeth wedi&apos;i gadw yma</numerusform>
            <numerusform>Mae&apos;r cyngor wedi cau&apos;r ddesg hon – %n yn aros, popeth wedi&apos;i gadw yma</numerusform>
            <numerusform>Mae&apos;r cyngor wedi cau&apos;r ddesg hon – %n yn aros, popeth wedi&apos;i gadw yma</numerusform>
            <numerusform>Mae&apos;r cyngor wedi cau&apos;r ddesg hon – %n yn aros, popeth wedi&apos;i gadw yma</numerusform>
            <numerusform>Mae&apos;r cyngor wedi cau&apos;r ddesg hon – %n yn aros, popeth wedi&apos;i gadw yma</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is sent or fetched, and people are not shown. What you save stays safe on this desk until it is opened again. Ask your supervisor.</source>
        <translation>Does dim yn cael ei anfon na&apos;i nôl, ac ni ddangosir pobl. Mae&apos;r hyn rydych yn ei gadw yn aros yn ddiogel ar y ddesg hon nes iddi gael ei hagor eto. Gofynnwch i&apos;ch goruchwyliwr.</translation>
    </message>
    <message>
        <source>This desk was erased by order of the council</source>
        <translation>Dilëwyd y ddesg hon ar orchymyn y cyngor</translation>
    </message>
    <message>
        <source>What was waiting was handed in first, as far as the line allowed. Nothing can be saved here any more: close Reeve and ask your supervisor.</source>
        <translation>Anfonwyd yr hyn oedd yn aros yn gyntaf, cyn belled ag y caniataodd y llinell. Ni ellir cadw dim yma mwyach: caewch Reeve a gofynnwch i&apos;ch goruchwyliwr.</translation>
    </message>
    <message numerus="yes">
        <source>Too long without the centre: people are locked – %n waiting, all saved here</source>
        <translation>
            <numerusform>Rhy hir heb y ganolfan: mae pobl dan glo – dim yn aros, popeth wedi&apos;i gadw yma</numerusform>
            <numerusform>Rhy hir heb y ganolfan: mae pobl dan glo – %n yn aros, popeth wedi&apos;i gadw yma</numerusform>
            <numerusform>Rhy hir heb y ganolfan: mae pobl dan glo – %n yn aros, popeth wedi&apos;i gadw yma</numerusform>
            <numerusform>Rhy hir heb y ganolfan: mae pobl dan glo – %n yn aros, popeth wedi&apos;i gadw yma</numerusform>
            <numerusform>Rhy hir heb y ganolfan: mae pobl dan glo – %n yn aros, popeth wedi&apos;i gadw yma</numerusform>
        </translation>
    </message>
    <message>
        <source>You can still take down new work. Sign in to send it and to see people again.</source>
        <translation>Gallwch gofnodi gwaith newydd o hyd. Mewngofnodwch i&apos;w anfon ac i weld pobl eto.</translation>
    </message>
    <message>
        <source>You can still take down new work. People are shown again once the centre is reached.</source>
        <translation>Gallwch gofnodi gwaith newydd o hyd. Dangosir pobl eto unwaith y cyrhaeddir y ganolfan.</translation>
    </message>
    <message numerus="yes">
        <source>Saved · Sent · all but %n safe</source>
        <translation>
            <numerusform>Cadwyd · Anfonwyd · pob un ond %n yn ddiogel</numerusform>
            <numerusform>Cadwyd · Anfonwyd · pob un ond %n yn ddiogel</numerusform>
            <numerusform>Cadwyd · Anfonwyd · pob un ond %n yn ddiogel</numerusform>
            <numerusform>Cadwyd · Anfonwyd · pob un ond %n yn ddiogel</numerusform>
            <numerusform>Cadwyd · Anfonwyd · pob un ond %n yn ddiogel</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is saved on this desk and kept at the centre. What needs attention is not in the records there yet; open it to see why.</source>
        <translation>Mae popeth wedi&apos;i gadw ar y ddesg hon ac yn cael ei gadw yn y ganolfan. Nid yw&apos;r hyn sydd angen sylw yn y cofnodion yno eto; agorwch ef i weld pam.</translation>
    </message>
    <message numerus="yes">
        <source>%n to be removed?</source>
        <translation>
            <numerusform>Tynnu %n?</numerusform>
            <numerusform>Tynnu %n?</numerusform>
            <numerusform>Tynnu %n?</numerusform>
            <numerusform>Tynnu %n?</numerusform>
            <numerusform>Tynnu %n?</numerusform>
        </translation>
    </message>
    <message>
        <source>Loading people</source>
        <translation>Yn llwytho pobl</translation>
    </message>
    <message numerus="yes">
        <source>Sending %n</source>
        <translation>
            <numerusform>Yn anfon %n</numerusform>
            <numerusform>Yn anfon %n</numerusform>
            <numerusform>Yn anfon %n</numerusform>
            <numerusform>Yn anfon %n</numerusform>
            <numerusform>Yn anfon %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not yet safe</source>
        <translation>
            <numerusform>%n heb fod yn ddiogel eto</numerusform>
            <numerusform>%n heb fod yn ddiogel eto</numerusform>
            <numerusform>%n heb fod yn ddiogel eto</numerusform>
            <numerusform>%n heb fod yn ddiogel eto</numerusform>
            <numerusform>%n heb fod yn ddiogel eto</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>all but %n safe</source>
        <translation>
            <numerusform>pob un ond %n yn ddiogel</numerusform>
            <numerusform>pob un ond %n yn ddiogel</numerusform>
            <numerusform>pob un ond %n yn ddiogel</numerusform>
            <numerusform>pob un ond %n yn ddiogel</numerusform>
            <numerusform>pob un ond %n yn ddiogel</numerusform>
        </translation>
    </message>
    <message>
        <source>Safe</source>
        <translation>Diogel</translation>
    </message>
    <message numerus="yes">
        <source>Practice – %n waiting</source>
        <translation>
            <numerusform>Ymarfer – dim yn aros</numerusform>
            <numerusform>Ymarfer – %n yn aros</numerusform>
            <numerusform>Ymarfer – %n yn aros</numerusform>
            <numerusform>Ymarfer – %n yn aros</numerusform>
            <numerusform>Ymarfer – %n yn aros</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Offline – %n waiting</source>
        <translation>
            <numerusform>All-lein – dim yn aros</numerusform>
            <numerusform>All-lein – %n yn aros</numerusform>
            <numerusform>All-lein – %n yn aros</numerusform>
            <numerusform>All-lein – %n yn aros</numerusform>
            <numerusform>All-lein – %n yn aros</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not signed in – %n waiting</source>
        <translation>
            <numerusform>Heb fewngofnodi – dim yn aros</numerusform>
            <numerusform>Heb fewngofnodi – %n yn aros</numerusform>
            <numerusform>Heb fewngofnodi – %n yn aros</numerusform>
            <numerusform>Heb fewngofnodi – %n yn aros</numerusform>
            <numerusform>Heb fewngofnodi – %n yn aros</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not taken – %n waiting</source>
        <translation>
            <numerusform>Heb ei dderbyn – dim yn aros</numerusform>
            <numerusform>Heb ei dderbyn – %n yn aros</numerusform>
            <numerusform>Heb ei dderbyn – %n yn aros</numerusform>
            <numerusform>Heb ei dderbyn – %n yn aros</numerusform>
            <numerusform>Heb ei dderbyn – %n yn aros</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Hands in only – %n waiting</source>
        <translation>
            <numerusform>Anfon yn unig – dim yn aros</numerusform>
            <numerusform>Anfon yn unig – %n yn aros</numerusform>
            <numerusform>Anfon yn unig – %n yn aros</numerusform>
            <numerusform>Anfon yn unig – %n yn aros</numerusform>
            <numerusform>Anfon yn unig – %n yn aros</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Closed – %n waiting</source>
        <translation>
            <numerusform>Ar gau – dim yn aros</numerusform>
            <numerusform>Ar gau – %n yn aros</numerusform>
            <numerusform>Ar gau – %n yn aros</numerusform>
            <numerusform>Ar gau – %n yn aros</numerusform>
            <numerusform>Ar gau – %n yn aros</numerusform>
        </translation>
    </message>
    <message>
        <source>Erased</source>
        <translation>Dilëwyd</translation>
    </message>
    <message numerus="yes">
        <source>People are locked – %n waiting</source>
        <translation>
            <numerusform>Pobl dan glo – dim yn aros</numerusform>
            <numerusform>Pobl dan glo – %n yn aros</numerusform>
            <numerusform>Pobl dan glo – %n yn aros</numerusform>
            <numerusform>Pobl dan glo – %n yn aros</numerusform>
            <numerusform>Pobl dan glo – %n yn aros</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The disk of this computer is full: nothing new can be saved – %n waiting</source>
        <translation>
            <numerusform>Mae disg y cyfrifiadur hwn yn llawn: ni ellir cadw dim byd newydd – %n yn aros</numerusform>
            <numerusform>Mae disg y cyfrifiadur hwn yn llawn: ni ellir cadw dim byd newydd – %n yn aros</numerusform>
            <numerusform>Mae disg y cyfrifiadur hwn yn llawn: ni ellir cadw dim byd newydd – %n yn aros</numerusform>
            <numerusform>Mae disg y cyfrifiadur hwn yn llawn: ni ellir cadw dim byd newydd – %n yn aros</numerusform>
            <numerusform>Mae disg y cyfrifiadur hwn yn llawn: ni ellir cadw dim byd newydd – %n yn aros</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Disk full – %n waiting</source>
        <translation>
            <numerusform>Disg yn llawn – %n yn aros</numerusform>
            <numerusform>Disg yn llawn – %n yn aros</numerusform>
            <numerusform>Disg yn llawn – %n yn aros</numerusform>
            <numerusform>Disg yn llawn – %n yn aros</numerusform>
            <numerusform>Disg yn llawn – %n yn aros</numerusform>
        </translation>
    </message>
    <message>
        <source>What was saved is kept, can be read and is still sent. Make room on the disk or ask support to; Reeve notices by itself.</source>
        <translation>Mae’r hyn a gadwyd yn dal yma, gellir ei ddarllen ac fe’i hanfonir o hyd. Gwnewch le ar y ddisg neu gofynnwch i’r tîm cymorth wneud; bydd Reeve yn sylwi ar hynny ei hun.</translation>
    </message>
</context>
<context>
    <name>ToldWords</name>
    <message numerus="yes">
        <source>%n year(s) ago</source>
        <translation>
            <numerusform>llai na blwyddyn yn ôl</numerusform>
            <numerusform>blwyddyn yn ôl</numerusform>
            <numerusform>%n o flynyddoedd yn ôl</numerusform>
            <numerusform>%n o flynyddoedd yn ôl</numerusform>
            <numerusform>%n o flynyddoedd yn ôl</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s) ago</source>
        <translation>
            <numerusform>llai na mis yn ôl</numerusform>
            <numerusform>mis yn ôl</numerusform>
            <numerusform>%n o fisoedd yn ôl</numerusform>
            <numerusform>%n o fisoedd yn ôl</numerusform>
            <numerusform>%n o fisoedd yn ôl</numerusform>
        </translation>
    </message>
    <message>
        <source>taken down by %1</source>
        <translation>cofnodwyd gan %1</translation>
    </message>
    <message>
        <source>✕ %1, since %2</source>
        <translation>✕ %1, ers %2</translation>
    </message>
    <message>
        <source>✕ %1</source>
        <translation>✕ %1</translation>
    </message>
    <message>
        <source>last confirmed %1</source>
        <translation>cadarnhawyd ddiwethaf %1</translation>
    </message>
    <message>
        <source>✓ confirmed today</source>
        <translation>✓ cadarnhawyd heddiw</translation>
    </message>
    <message>
        <source>✓ confirmed %1</source>
        <translation>✓ cadarnhawyd %1</translation>
    </message>
    <message>
        <source>told %1</source>
        <translation>dywedwyd %1</translation>
    </message>
    <message>
        <source>Told: %1</source>
        <translation>Dywedwyd: %1</translation>
    </message>
    <message>
        <source>Confirmed: %1</source>
        <translation>Cadarnhawyd: %1</translation>
    </message>
    <message>
        <source>Reaches nobody: %1</source>
        <translation>Ddim yn cyrraedd neb: %1</translation>
    </message>
    <message>
        <source>themselves</source>
        <translation>y person ei hun</translation>
    </message>
    <message>
        <source>somebody who acts for them</source>
        <translation>rhywun sy&apos;n gweithredu ar eu rhan</translation>
    </message>
    <message>
        <source>a relative</source>
        <translation>perthynas</translation>
    </message>
    <message>
        <source>a document that was seen</source>
        <translation>dogfen a welwyd</translation>
    </message>
    <message>
        <source>another body</source>
        <translation>corff arall</translation>
    </message>
    <message>
        <source>another system</source>
        <translation>system arall</translation>
    </message>
    <message>
        <source>a colleague</source>
        <translation>cydweithiwr</translation>
    </message>
    <message>
        <source>wrong number</source>
        <translation>rhif anghywir</translation>
    </message>
    <message>
        <source>no longer in use</source>
        <translation>heb fod mewn defnydd mwyach</translation>
    </message>
    <message>
        <source>mail came back</source>
        <translation>daeth yr e-bost yn ôl</translation>
    </message>
    <message>
        <source>post came back</source>
        <translation>daeth y post yn ôl</translation>
    </message>
    <message>
        <source>reaches nobody</source>
        <translation>ddim yn cyrraedd neb</translation>
    </message>
    <message>
        <source>No phone number that reaches them. Is there one?</source>
        <translation>Nid oes rhif ffôn sy&apos;n eu cyrraedd. A oes un?</translation>
    </message>
    <message>
        <source>No address where they live. Where is it?</source>
        <translation>Nid oes cyfeiriad cartref. Ble maent yn byw?</translation>
    </message>
    <message>
        <source>%1 was never confirmed. Still right?</source>
        <translation>Ni chadarnhawyd %1 erioed. Yn dal yn gywir?</translation>
    </message>
    <message>
        <source>%1 was last confirmed %2. Still right?</source>
        <translation>Cadarnhawyd %1 ddiwethaf %2. Yn dal yn gywir?</translation>
    </message>
    <message>
        <source>no evidence was seen: may not be told yet</source>
        <translation>ni welwyd tystiolaeth: ni cheir dweud wrthynt eto</translation>
    </message>
    <message>
        <source>from %1 only: may not be told yet</source>
        <translation>o %1 yn unig: ni cheir dweud wrthynt eto</translation>
    </message>
    <message>
        <source>may be told, until %1</source>
        <translation>ceir dweud wrthynt, tan %1</translation>
    </message>
    <message>
        <source>may be told</source>
        <translation>ceir dweud wrthynt</translation>
    </message>
    <message>
        <source>ended %1: may not be told</source>
        <translation>daeth i ben %1: ni cheir dweud wrthynt</translation>
    </message>
    <message>
        <source>ended on the 18th birthday: may not be told</source>
        <translation>daeth i ben ar y pen-blwydd yn 18 oed: ni cheir dweud wrthynt</translation>
    </message>
    <message>
        <source>has died: may not act any more</source>
        <translation>wedi marw: ni all weithredu mwyach</translation>
    </message>
    <message>
        <source>ended with the death: may not be told</source>
        <translation>daeth i ben gyda&apos;r farwolaeth: ni cheir dweud wrthynt</translation>
    </message>
    <message>
        <source>deals with the estate: speak to them</source>
        <translation>yn delio â&apos;r ystad: siaradwch â nhw</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 i %2</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>ers %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>tan %1</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Something here cannot be stored as it is. What you typed was kept; correct it and try again.</source>
        <translation>Ni ellir storio rhywbeth yma fel y mae. Cadwyd yr hyn a deipiwyd gennych; cywirwch ef a rhowch gynnig arall arni.</translation>
    </message>
    <message>
        <source>It is no longer here. Nothing you typed was lost; find it again with F2.</source>
        <translation>Nid yw yma mwyach. Ni chollwyd dim a deipiwyd gennych; dewch o hyd iddo eto gydag F2.</translation>
    </message>
    <message>
        <source>Somebody else changed this first. Your version was kept; compare both under Needs attention.</source>
        <translation>Newidiodd rhywun arall hyn yn gyntaf. Cadwyd eich fersiwn chi; cymharwch y ddwy o dan Angen sylw.</translation>
    </message>
    <message>
        <source>Your role does not allow this. Nothing was changed; ask a supervisor if you need it.</source>
        <translation>Nid yw eich rôl yn caniatáu hyn. Ni newidiwyd dim; gofynnwch i oruchwyliwr os oes ei angen arnoch.</translation>
    </message>
    <message>
        <source>Card numbers and security codes are never stored. The digits were masked and the rest was kept.</source>
        <translation>Ni chaiff rhifau cardiau na chodau diogelwch eu storio byth. Cuddiwyd y digidau a chadwyd y gweddill.</translation>
    </message>
    <message>
        <source>It was stopped before it was done. What you typed was kept; try again when you like.</source>
        <translation>Fe&apos;i hataliwyd cyn gorffen. Cadwyd yr hyn a deipiwyd gennych; rhowch gynnig arall arni pan fynnwch.</translation>
    </message>
    <message>
        <source>Reeve made a mistake. What was saved before is safe; try again, and tell support if it happens once more.</source>
        <translation>Gwnaeth Reeve gamgymeriad. Mae&apos;r hyn a gadwyd o&apos;r blaen yn ddiogel; rhowch gynnig arall arni, a dywedwch wrth y tîm cymorth os digwydd eto.</translation>
    </message>
    <message>
        <source>This passphrase does not open the desk. Nothing was changed; check the Caps Lock key and try again.</source>
        <translation>Nid yw&apos;r cyfrinymadrodd hwn yn agor y ddesg. Ni newidiwyd dim; gwiriwch y fysell Caps Lock a rhowch gynnig arall arni.</translation>
    </message>
    <message>
        <source>Too many wrong passphrases. Nothing was lost; wait a little, then try again.</source>
        <translation>Gormod o gyfrinymadroddion anghywir. Ni chollwyd dim; arhoswch ychydig, yna rhowch gynnig arall arni.</translation>
    </message>
    <message>
        <source>The store of this desk is damaged or was tampered with. Reeve has not touched it, and what was sent is safe at the centre; ask support to recover what was waiting.</source>
        <translation>Mae storfa&apos;r ddesg hon wedi&apos;i difrodi neu mae rhywun wedi ymyrryd â hi. Nid yw Reeve wedi cyffwrdd â hi, ac mae&apos;r hyn a anfonwyd yn ddiogel yn y ganolfan; gofynnwch i&apos;r tîm cymorth adfer yr hyn oedd yn aros.</translation>
    </message>
    <message>
        <source>There is a file here that is not an encrypted store of Reeve. It was not touched; ask support to enrol this desk again.</source>
        <translation>Mae ffeil yma nad yw&apos;n storfa Reeve wedi&apos;i hamgryptio. Ni chyffyrddwyd â hi; gofynnwch i&apos;r tîm cymorth gofrestru&apos;r ddesg hon eto.</translation>
    </message>
    <message>
        <source>This store was last used by a newer Reeve. It was not touched; update Reeve on this desk.</source>
        <translation>Defnyddiwyd y storfa hon ddiwethaf gan fersiwn mwy newydd o Reeve. Ni chyffyrddwyd â hi; diweddarwch Reeve ar y ddesg hon.</translation>
    </message>
    <message>
        <source>Reeve is already open on this store. Nothing was lost; go to the window that is open.</source>
        <translation>Mae Reeve eisoes ar agor ar y storfa hon. Ni chollwyd dim; ewch i&apos;r ffenestr sydd ar agor.</translation>
    </message>
    <message>
        <source>The store is busy. What you typed was kept; it will be tried again in a moment.</source>
        <translation>Mae&apos;r storfa&apos;n brysur. Cadwyd yr hyn a deipiwyd gennych; rhoddir cynnig arall arni mewn eiliad.</translation>
    </message>
    <message>
        <source>The disk is full, so this could not be saved. Your words are still here; free some space, then try again.</source>
        <translation>Mae&apos;r ddisg yn llawn, felly ni ellid cadw hyn. Mae eich geiriau yma o hyd; rhyddhewch ychydig o le, yna rhowch gynnig arall arni.</translation>
    </message>
    <message>
        <source>The disk cannot be written to, so this could not be saved. Your words are still here; ask support to allow writing.</source>
        <translation>Ni ellir ysgrifennu i&apos;r ddisg, felly ni ellid cadw hyn. Mae eich geiriau yma o hyd; gofynnwch i&apos;r tîm cymorth ganiatáu ysgrifennu.</translation>
    </message>
    <message>
        <source>The store lies on a network share, where it would not be safe. Nothing was changed; it must lie on this computer&apos;s own disk.</source>
        <translation>Mae&apos;r storfa ar yriant rhwydwaith, lle na fyddai&apos;n ddiogel. Ni newidiwyd dim; rhaid iddi fod ar ddisg y cyfrifiadur hwn ei hun.</translation>
    </message>
    <message>
        <source>The computer could not read or write the store. Your words are still here; try again, and tell support if it happens once more.</source>
        <translation>Ni allai&apos;r cyfrifiadur ddarllen nac ysgrifennu&apos;r storfa. Mae eich geiriau yma o hyd; rhowch gynnig arall arni, a dywedwch wrth y tîm cymorth os digwydd eto.</translation>
    </message>
    <message>
        <source>The centre cannot be reached. Everything is saved here and will be sent by itself.</source>
        <translation>Ni ellir cyrraedd y ganolfan. Mae popeth wedi&apos;i gadw yma a chaiff ei anfon ohono&apos;i hun.</translation>
    </message>
    <message>
        <source>The centre asks who you are. Everything is saved here; sign in to send it.</source>
        <translation>Mae&apos;r ganolfan yn gofyn pwy ydych chi. Mae popeth wedi&apos;i gadw yma; mewngofnodwch i&apos;w anfon.</translation>
    </message>
    <message>
        <source>The centre could not prove that it is the centre. Nothing was sent and all is saved here; tell support.</source>
        <translation>Ni allai&apos;r ganolfan brofi mai&apos;r ganolfan ydyw. Ni anfonwyd dim ac mae&apos;r cyfan wedi&apos;i gadw yma; dywedwch wrth y tîm cymorth.</translation>
    </message>
    <message>
        <source>The centre is older than this Reeve needs. All is saved here and will be sent once the centre is updated.</source>
        <translation>Mae&apos;r ganolfan yn hŷn nag sydd ei angen ar y Reeve hwn. Mae&apos;r cyfan wedi&apos;i gadw yma a chaiff ei anfon ar ôl diweddaru&apos;r ganolfan.</translation>
    </message>
    <message>
        <source>The centre is newer than this Reeve. All is saved here and will be sent once Reeve is updated.</source>
        <translation>Mae&apos;r ganolfan yn fwy newydd na&apos;r Reeve hwn. Mae&apos;r cyfan wedi&apos;i gadw yma a chaiff ei anfon ar ôl diweddaru Reeve.</translation>
    </message>
    <message>
        <source>The centre is busy. All is saved here and will be sent by itself.</source>
        <translation>Mae&apos;r ganolfan yn brysur. Mae&apos;r cyfan wedi&apos;i gadw yma a chaiff ei anfon ohono&apos;i hun.</translation>
    </message>
    <message>
        <source>This desk looks like a copy of another. All is saved here and will be sent under a new number.</source>
        <translation>Mae&apos;r ddesg hon yn edrych fel copi o un arall. Mae&apos;r cyfan wedi&apos;i gadw yma a chaiff ei anfon o dan rif newydd.</translation>
    </message>
    <message>
        <source>The centre no longer accepts this desk. What is waiting is saved here; tell support.</source>
        <translation>Nid yw&apos;r ganolfan yn derbyn y ddesg hon mwyach. Mae&apos;r hyn sy&apos;n aros wedi&apos;i gadw yma; dywedwch wrth y tîm cymorth.</translation>
    </message>
    <message>
        <source>The centre could not do this now. All is saved here and will be sent by itself.</source>
        <translation>Ni allai&apos;r ganolfan wneud hyn nawr. Mae&apos;r cyfan wedi&apos;i gadw yma a chaiff ei anfon ohono&apos;i hun.</translation>
    </message>
    <message>
        <source>Phone call</source>
        <translation>Galwad ffôn</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-bost</translation>
    </message>
    <message>
        <source>Face to face</source>
        <translation>Wyneb yn wyneb</translation>
    </message>
    <message>
        <source>Web form</source>
        <translation>Ffurflen we</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Llythyr</translation>
    </message>
    <message>
        <source>Lifeline</source>
        <translation>Llinell bywyd</translation>
    </message>
    <message>
        <source>Phone call out</source>
        <translation>Galwad ffôn allan</translation>
    </message>
    <message>
        <source>Phone call in</source>
        <translation>Galwad ffôn i mewn</translation>
    </message>
    <message>
        <source>E-mail out</source>
        <translation>E-bost allan</translation>
    </message>
    <message>
        <source>E-mail in</source>
        <translation>E-bost i mewn</translation>
    </message>
    <message>
        <source>Letter out</source>
        <translation>Llythyr allan</translation>
    </message>
    <message>
        <source>Letter in</source>
        <translation>Llythyr i mewn</translation>
    </message>
    <message>
        <source>Lifeline, call out</source>
        <translation>Llinell bywyd, galwad allan</translation>
    </message>
    <message>
        <source>Lifeline alarm</source>
        <translation>Larwm llinell bywyd</translation>
    </message>
    <message>
        <source>Visit to them</source>
        <translation>Ymweliad â nhw</translation>
    </message>
    <message>
        <source>Caller</source>
        <translation>Galwr</translation>
    </message>
    <message>
        <source>Whom it is about</source>
        <translation>Y person dan sylw</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Teulu</translation>
    </message>
    <message>
        <source>Advocate</source>
        <translation>Eiriolwr</translation>
    </message>
    <message>
        <source>Informant</source>
        <translation>Hysbysydd</translation>
    </message>
</context>
<context>
    <name>reeve::ui::Actions</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>reeve::ui::AddedNote</name>
    <message>
        <source>Note to add</source>
        <translation>Nodyn i&apos;w ychwanegu</translation>
    </message>
    <message>
        <source>Save note   %1</source>
        <translation>Cadw&apos;r nodyn   %1</translation>
    </message>
    <message>
        <source>Save note</source>
        <translation>Cadw&apos;r nodyn</translation>
    </message>
    <message>
        <source>Cancel   Esc</source>
        <translation>Canslo   Esc</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Canslo</translation>
    </message>
</context>
<context>
    <name>reeve::ui::AddressFinder</name>
    <message>
        <source>Addresses of the council&apos;s gazetteer</source>
        <translation>Cyfeiriadau o restr cyfeiriadau&apos;r cyngor</translation>
    </message>
    <message>
        <source>%1 (no longer in use)</source>
        <translation>%1 (ddim yn cael ei ddefnyddio mwyach)</translation>
    </message>
    <message>
        <source>%1 (not yet built)</source>
        <translation>%1 (heb ei adeiladu eto)</translation>
    </message>
</context>
<context>
    <name>reeve::ui::AddressRow</name>
    <message>
        <source>Not a UK postcode. It is kept as told.</source>
        <translation>Nid cod post o&apos;r DU. Fe&apos;i cedwir fel y dywedwyd.</translation>
    </message>
    <message>
        <source>A UPRN is 1 to 12 digits.</source>
        <translation>Mae UPRN rhwng 1 a 12 digid.</translation>
    </message>
    <message>
        <source>Not a date. Try 27/3/2007 or 2007.</source>
        <translation>Nid dyddiad. Rhowch gynnig ar 27/3/2007 neu 2007.</translation>
    </message>
    <message>
        <source>Address, without the postcode</source>
        <translation>Cyfeiriad, heb y cod post</translation>
    </message>
    <message>
        <source>Postcode</source>
        <translation>Cod post</translation>
    </message>
    <message>
        <source>UPRN, if known</source>
        <translation>UPRN, os yw&apos;n hysbys</translation>
    </message>
    <message>
        <source>Used as</source>
        <translation>Defnyddir fel</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Ers</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Tan</translation>
    </message>
</context>
<context>
    <name>reeve::ui::AfterMergeList</name>
    <message>
        <source>Interaction, %1</source>
        <translation>Cysylltiad, %1</translation>
    </message>
    <message>
        <source>%1 was changed</source>
        <translation>Newidiwyd: %1</translation>
    </message>
    <message>
        <source>(no note)</source>
        <translation>(dim nodyn)</translation>
    </message>
    <message>
        <source>From %1 to %2</source>
        <translation>O %1 i %2</translation>
    </message>
    <message>
        <source>%1 belongs to %2</source>
        <translation>Mae %1 yn perthyn i %2</translation>
    </message>
</context>
<context>
    <name>reeve::ui::AttentionPanel</name>
    <message>
        <source>Keep &amp;ours</source>
        <translation>Cadw&apos;n &amp;hun ni</translation>
    </message>
    <message>
        <source>Keep ours</source>
        <translation>Cadw&apos;n hun ni</translation>
    </message>
    <message>
        <source>Keep &amp;theirs</source>
        <translation>Cadw&apos;u h&amp;un nhw</translation>
    </message>
    <message>
        <source>Keep theirs</source>
        <translation>Cadw&apos;u hun nhw</translation>
    </message>
    <message>
        <source>Keep ours: %1</source>
        <translation>Cadw&apos;n hun ni: %1</translation>
    </message>
    <message>
        <source>Keep theirs: %1</source>
        <translation>Cadw&apos;u hun nhw: %1</translation>
    </message>
    <message>
        <source>Ours – %1</source>
        <translation>Ein hun ni – %1</translation>
    </message>
    <message>
        <source>Theirs – %1</source>
        <translation>Eu hun nhw – %1</translation>
    </message>
    <message>
        <source>&amp;Send again</source>
        <translation>&amp;Anfon eto</translation>
    </message>
    <message>
        <source>Set &amp;aside</source>
        <translation>&amp;Rhoi o&apos;r neilltu</translation>
    </message>
    <message>
        <source>You have dealt with it in another way. The centre keeps what it was sent.</source>
        <translation>Rydych wedi delio ag ef mewn ffordd arall. Mae&apos;r ganolfan yn cadw&apos;r hyn a anfonwyd.</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Angen sylw</translation>
    </message>
    <message>
        <source>Close  Esc</source>
        <translation>Cau  Esc</translation>
    </message>
    <message>
        <source>Nothing needs you here. What the centre cannot take, and what two people change at once, is shown here with what you can do about it.</source>
        <translation>Nid oes dim yn galw amdanoch yma. Dangosir yma yr hyn na all y ganolfan ei dderbyn, a&apos;r hyn y mae dau berson yn ei newid ar yr un pryd, gyda&apos;r hyn y gallwch ei wneud.</translation>
    </message>
    <message>
        <source>What needs attention</source>
        <translation>Yr hyn sydd angen sylw</translation>
    </message>
    <message>
        <source>Decided here in the last week:</source>
        <translation>Penderfynwyd yma yn ystod yr wythnos ddiwethaf:</translation>
    </message>
    <message>
        <source>&amp;Open the person</source>
        <translation>&amp;Agor y person</translation>
    </message>
    <message>
        <source>To put it right by hand. Then set this aside.</source>
        <translation>I&apos;w gywiro â llaw. Yna rhowch hwn o&apos;r neilltu.</translation>
    </message>
    <message>
        <source>As&amp;k your supervisor</source>
        <translation>&amp;Gofyn i&apos;ch goruchwyliwr</translation>
    </message>
    <message>
        <source>Copies the number %1. A supervisor can look it up at the centre, mend it or decide about it.</source>
        <translation>Mae&apos;n copïo&apos;r rhif %1. Gall goruchwyliwr edrych arno yn y ganolfan, ei drwsio neu benderfynu arno.</translation>
    </message>
    <message>
        <source>Its number is copied: paste it into a message to your supervisor.</source>
        <translation>Mae ei rif wedi&apos;i gopïo: gludwch ef mewn neges at eich goruchwyliwr.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Dadwneud</translation>
    </message>
    <message>
        <source>Undo: take up again what was set aside</source>
        <translation>Dadwneud: codi eto yr hyn a roddwyd o&apos;r neilltu</translation>
    </message>
</context>
<context>
    <name>reeve::ui::AttentionViewModel</name>
    <message>
        <source>It is waiting again and will be sent by itself.</source>
        <translation>Mae&apos;n aros eto a chaiff ei anfon ohono&apos;i hun.</translation>
    </message>
    <message>
        <source>Set aside. The centre keeps what it was sent.</source>
        <translation>Wedi&apos;i roi o&apos;r neilltu. Mae&apos;r ganolfan yn cadw&apos;r hyn a anfonwyd.</translation>
    </message>
    <message>
        <source>Your version is kept and will be sent by itself.</source>
        <translation>Cedwir eich fersiwn chi a chaiff ei hanfon ohoni&apos;i hun.</translation>
    </message>
    <message>
        <source>Their version is kept.</source>
        <translation>Cedwir eu fersiwn nhw.</translation>
    </message>
    <message>
        <source>It is back in the list.</source>
        <translation>Mae&apos;n ôl yn y rhestr.</translation>
    </message>
</context>
<context>
    <name>reeve::ui::CallerRow</name>
    <message>
        <source>Who is in touch?</source>
        <translation>Pwy sydd mewn cysylltiad?</translation>
    </message>
    <message>
        <source>The person on the left</source>
        <translation>Y person ar y chwith</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>Ddim yn hysbys eto</translation>
    </message>
    <message>
        <source>In touch: %1</source>
        <translation>Mewn cysylltiad: %1</translation>
    </message>
    <message>
        <source>In touch: not known yet</source>
        <translation>Mewn cysylltiad: ddim yn hysbys eto</translation>
    </message>
    <message>
        <source>F2 finds the person, Ctrl+N takes down a new one.</source>
        <translation>Mae F2 yn dod o hyd i&apos;r person, mae Ctrl+N yn cofnodi un newydd.</translation>
    </message>
    <message>
        <source>Somebody for them</source>
        <translation>Rhywun ar eu rhan</translation>
    </message>
    <message>
        <source>Somebody for another person</source>
        <translation>Rhywun ar ran person arall</translation>
    </message>
    <message>
        <source>Anonymous</source>
        <translation>Dienw</translation>
    </message>
    <message>
        <source>In touch as</source>
        <translation>Mewn cysylltiad fel</translation>
    </message>
    <message>
        <source>Name of the caller, as told</source>
        <translation>Enw&apos;r galwr, fel y dywedwyd</translation>
    </message>
    <message>
        <source>Their name, if told</source>
        <translation>Eu henw, os dywedwyd</translation>
    </message>
    <message>
        <source>Name, if told</source>
        <translation>Enw, os dywedwyd</translation>
    </message>
</context>
<context>
    <name>reeve::ui::CentralSignIn</name>
    <message>
        <source>The centre does not accept this password. Everything stays saved here; try again.</source>
        <translation>Nid yw&apos;r ganolfan yn derbyn y cyfrinair hwn. Mae popeth yn dal wedi&apos;i gadw yma; rhowch gynnig arall arni.</translation>
    </message>
    <message>
        <source>Your &amp;password at the centre</source>
        <translation>Eich &amp;cyfrinair yn y ganolfan</translation>
    </message>
    <message>
        <source>Your password at the centre</source>
        <translation>Eich cyfrinair yn y ganolfan</translation>
    </message>
    <message>
        <source>Sign in to send  Enter</source>
        <translation>Mewngofnodi i anfon  Enter</translation>
    </message>
    <message>
        <source>Later  Esc</source>
        <translation>Yn nes ymlaen  Esc</translation>
    </message>
    <message>
        <source>Sign in to send</source>
        <translation>Mewngofnodi i anfon</translation>
    </message>
</context>
<context>
    <name>reeve::ui::CommandPalette</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>What would you like to do? In English or Welsh; Enter does it, Esc goes back.</source>
        <translation>Beth hoffech chi ei wneud? Yn Gymraeg neu yn Saesneg; mae Enter yn ei wneud, mae Esc yn mynd yn ôl.</translation>
    </message>
    <message>
        <source>Type part of a command</source>
        <translation>Teipiwch ran o orchymyn</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Gorchymyn</translation>
    </message>
    <message>
        <source>Commands found</source>
        <translation>Gorchmynion a ganfuwyd</translation>
    </message>
    <message>
        <source>All commands</source>
        <translation>Pob gorchymyn</translation>
    </message>
</context>
<context>
    <name>reeve::ui::ContactNotice</name>
    <message>
        <source>Whom to get in touch with instead</source>
        <translation>Â phwy i gysylltu yn lle hynny</translation>
    </message>
    <message>
        <source>Leave it   %1</source>
        <translation>Ei adael   %1</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Ei adael</translation>
    </message>
</context>
<context>
    <name>reeve::ui::ContactRow</name>
    <message>
        <source>This does not look like a phone number. It is kept as told.</source>
        <translation>Nid yw hwn yn edrych fel rhif ffôn. Fe&apos;i cedwir fel y dywedwyd.</translation>
    </message>
    <message>
        <source>This does not look like an e-mail address. It is kept as told.</source>
        <translation>Nid yw hwn yn edrych fel cyfeiriad e-bost. Fe&apos;i cedwir fel y dywedwyd.</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Ffôn</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-bost</translation>
    </message>
    <message>
        <source>Whose, or where</source>
        <translation>Pwy biau, neu ble</translation>
    </message>
    <message>
        <source>Preferred</source>
        <translation>A ffefrir</translation>
    </message>
    <message>
        <source>Safe to leave a message</source>
        <translation>Diogel gadael neges</translation>
    </message>
</context>
<context>
    <name>reeve::ui::DeathCard</name>
    <message>
        <source>No such date. Try 27/3/2007, March 2007 or about 1950.</source>
        <translation>Nid oes dyddiad o&apos;r fath. Rhowch gynnig ar 27/3/2007, Mawrth 2007 neu tua 1950.</translation>
    </message>
    <message>
        <source>This day has not come yet.</source>
        <translation>Nid yw&apos;r diwrnod hwn wedi dod eto.</translation>
    </message>
    <message>
        <source>This is before the date of birth.</source>
        <translation>Mae hyn cyn y dyddiad geni.</translation>
    </message>
    <message>
        <source>Understood: %1</source>
        <translation>Deallwyd: %1</translation>
    </message>
    <message>
        <source>When did they die? The year alone will do.</source>
        <translation>Pryd y buont farw? Mae&apos;r flwyddyn yn unig yn ddigon.</translation>
    </message>
    <message>
        <source>Whose number is that? A name is needed with it.</source>
        <translation>Rhif pwy yw hwnnw? Mae angen enw gydag ef.</translation>
    </message>
    <message>
        <source>Record a death</source>
        <translation>Cofnodi marwolaeth</translation>
    </message>
    <message>
        <source>From then on no calls, messages or letters go to them. What is known is kept.</source>
        <translation>O hynny ymlaen ni fydd galwadau, negeseuon na llythyrau&apos;n mynd atynt. Cedwir yr hyn sy&apos;n hysbys.</translation>
    </message>
    <message>
        <source>Date of death</source>
        <translation>Dyddiad marw</translation>
    </message>
    <message>
        <source>27/3/2007, March 2007, about 1950</source>
        <translation>27/3/2007, Mawrth 2007, tua 1950</translation>
    </message>
    <message>
        <source>Who says so</source>
        <translation>Pwy sy&apos;n dweud hynny</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>Heb ei ddweud</translation>
    </message>
    <message>
        <source>Certificate or registrar&apos;s word seen</source>
        <translation>Gwelwyd tystysgrif neu air y cofrestrydd</translation>
    </message>
    <message>
        <source>Who deals with the estate</source>
        <translation>Pwy sy&apos;n delio â&apos;r ystad</translation>
    </message>
    <message>
        <source>How to reach them</source>
        <translation>Sut i gysylltu â nhw</translation>
    </message>
    <message>
        <source>07700 900123, or an address</source>
        <translation>07700 900123, neu gyfeiriad</translation>
    </message>
    <message>
        <source>Record   Ctrl+S</source>
        <translation>Cofnodi   Ctrl+S</translation>
    </message>
    <message>
        <source>Record the death</source>
        <translation>Cofnodi&apos;r farwolaeth</translation>
    </message>
    <message>
        <source>Cancel   Esc</source>
        <translation>Canslo   Esc</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Canslo</translation>
    </message>
</context>
<context>
    <name>reeve::ui::DispositionRow</name>
    <message>
        <source>How did it end: %1</source>
        <translation>Sut y daeth i ben: %1</translation>
    </message>
</context>
<context>
    <name>reeve::ui::DuplicateModel</name>
    <message>
        <source>%1, twice</source>
        <translation>%1, ddwywaith</translation>
    </message>
    <message>
        <source>Put off until later</source>
        <translation>Gohiriwyd tan yn nes ymlaen</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 a %2</translation>
    </message>
    <message>
        <source>Not the same: %1, %2</source>
        <translation>Nid yr un person: %1, %2</translation>
    </message>
</context>
<context>
    <name>reeve::ui::DuplicatesPanel</name>
    <message>
        <source>Stop the search</source>
        <translation>Stopio’r chwilio</translation>
    </message>
    <message>
        <source>Search again</source>
        <translation>Chwilio eto</translation>
    </message>
    <message>
        <source>Comparing everybody on this desk… %1 %</source>
        <translation>Yn cymharu pawb ar y ddesg hon… %1 %</translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation>Stopiwyd. Ni newidiwyd dim.</translation>
    </message>
    <message>
        <source>The search did not finish. Nothing was changed.</source>
        <translation>Ni orffennodd y chwilio. Ni newidiwyd dim.</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) were compared.</source>
        <translation>
            <numerusform>Ni chymharwyd neb.</numerusform>
            <numerusform>Cymharwyd %n person.</numerusform>
            <numerusform>Cymharwyd %n o bobl.</numerusform>
            <numerusform>Cymharwyd %n o bobl.</numerusform>
            <numerusform>Cymharwyd %n o bobl.</numerusform>
        </translation>
    </message>
    <message>
        <source>No pair is left to look at.</source>
        <translation>Nid oes pâr ar ôl i edrych arno.</translation>
    </message>
    <message>
        <source>The likeliest %1 of %2 pairs.</source>
        <translation>Y %1 mwyaf tebygol o %2 o barau.</translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) may be one person.</source>
        <translation>
            <numerusform>Nid oes pâr a all fod yn un person.</numerusform>
            <numerusform>Gall %n pâr fod yn un person.</numerusform>
            <numerusform>Gall %n o barau fod yn un person.</numerusform>
            <numerusform>Gall %n o barau fod yn un person.</numerusform>
            <numerusform>Gall %n o barau fod yn un person.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not the same: remembered, and not asked again unless one of them changes.</source>
        <translation>Nid yr un: cofiwyd, ac ni ofynnir eto oni bai bod un ohonynt yn newid.</translation>
    </message>
    <message>
        <source>Put off: it stands at the end of the list.</source>
        <translation>Gohiriwyd: mae ar ddiwedd y rhestr.</translation>
    </message>
    <message>
        <source>Merged. Both records are kept behind it.</source>
        <translation>Cyfunwyd. Cedwir y ddau gofnod y tu ôl iddo.</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>Tynnwyd yn ôl.</translation>
    </message>
    <message>
        <source>Find duplicates</source>
        <translation>Dod o hyd i ddyblygiadau</translation>
    </message>
    <message>
        <source>Close  Esc</source>
        <translation>Cau  Esc</translation>
    </message>
    <message>
        <source>How far the search has got</source>
        <translation>Pa mor bell yr aeth y chwilio</translation>
    </message>
    <message>
        <source>Undo  Ctrl+Z</source>
        <translation>Dadwneud  Ctrl+Z</translation>
    </message>
    <message>
        <source>Undo the last decision</source>
        <translation>Dadwneud y penderfyniad diwethaf</translation>
    </message>
    <message>
        <source>Pairs that may be one person</source>
        <translation>Parau a all fod yn un person</translation>
    </message>
    <message>
        <source>Same person…  S</source>
        <translation>Yr un person…  S</translation>
    </message>
    <message>
        <source>Same person: choose what is shown, and merge</source>
        <translation>Yr un person: dewis beth a ddangosir, a chyfuno</translation>
    </message>
    <message>
        <source>Not the same  N</source>
        <translation>Nid yr un  N</translation>
    </message>
    <message>
        <source>Not the same person</source>
        <translation>Nid yr un person</translation>
    </message>
    <message>
        <source>Later  L</source>
        <translation>Yn nes ymlaen  L</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Penderfynu yn nes ymlaen</translation>
    </message>
    <message>
        <source>Previous  ↑</source>
        <translation>Blaenorol  ↑</translation>
    </message>
    <message>
        <source>Previous pair</source>
        <translation>Y pâr blaenorol</translation>
    </message>
    <message>
        <source>Next  ↓</source>
        <translation>Nesaf  ↓</translation>
    </message>
    <message>
        <source>Next pair</source>
        <translation>Y pâr nesaf</translation>
    </message>
    <message>
        <source>Merge  Ctrl+Enter</source>
        <translation>Cyfuno  Ctrl+Enter</translation>
    </message>
    <message>
        <source>Merge the two</source>
        <translation>Cyfuno’r ddau</translation>
    </message>
    <message>
        <source>Back  Esc</source>
        <translation>Yn ôl  Esc</translation>
    </message>
    <message>
        <source>Back to the two records</source>
        <translation>Yn ôl i’r ddau gofnod</translation>
    </message>
    <message>
        <source>Compare everybody</source>
        <translation>Cymharu pawb</translation>
    </message>
    <message>
        <source>The likeliest %1 of %2 pairs that wait to be looked at.</source>
        <translation>Y %1 mwyaf tebygol o’r %2 o barau sy’n aros i rywun edrych arnynt.</translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) wait to be looked at.</source>
        <translation>
            <numerusform>Nid oes pâr yn aros i rywun edrych arno.</numerusform>
            <numerusform>Mae %n pâr yn aros i rywun edrych arno.</numerusform>
            <numerusform>Mae %n bâr yn aros i rywun edrych arnynt.</numerusform>
            <numerusform>Mae %n phâr yn aros i rywun edrych arnynt.</numerusform>
            <numerusform>Mae %n o barau yn aros i rywun edrych arnynt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Back to the review  D</source>
        <translation>Yn ôl i’r adolygiad  D</translation>
    </message>
    <message>
        <source>Decided…  D</source>
        <translation>Wedi’u penderfynu…  D</translation>
    </message>
    <message>
        <source>Back to the pairs to review</source>
        <translation>Yn ôl i’r parau i’w hadolygu</translation>
    </message>
    <message>
        <source>Show the pairs that were said not to be the same</source>
        <translation>Dangos y parau y dywedwyd nad ydynt yr un person</translation>
    </message>
    <message>
        <source>Pairs that were said not to be the same</source>
        <translation>Parau y dywedwyd nad ydynt yr un person</translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) were said not to be the same.</source>
        <translation>
            <numerusform>Ni ddywedwyd am unrhyw bâr nad ydynt yr un person.</numerusform>
            <numerusform>Dywedwyd am %n pâr nad ydynt yr un person.</numerusform>
            <numerusform>Dywedwyd am %n bâr nad ydynt yr un person.</numerusform>
            <numerusform>Dywedwyd am %n phâr nad ydynt yr un person.</numerusform>
            <numerusform>Dywedwyd am %n o barau nad ydynt yr un person.</numerusform>
        </translation>
    </message>
    <message>
        <source>Of no pair was it said that they are not the same.</source>
        <translation>Ni ddywedwyd am unrhyw bâr nad ydynt yr un person.</translation>
    </message>
    <message>
        <source>Taken back: the pair waits to be looked at again.</source>
        <translation>Tynnwyd yn ôl: mae’r pâr yn aros i rywun edrych arno eto.</translation>
    </message>
    <message>
        <source>Take back  T</source>
        <translation>Tynnu’n ôl  T</translation>
    </message>
    <message>
        <source>Take back that they are not the same</source>
        <translation>Tynnu’n ôl nad ydynt yr un person</translation>
    </message>
</context>
<context>
    <name>reeve::ui::FindBox</name>
    <message>
        <source>Find a person</source>
        <translation>Dod o hyd i berson</translation>
    </message>
    <message>
        <source>Find a person by name, date of birth, postcode, phone or reference (F2)</source>
        <translation>Dod o hyd i berson yn ôl enw, dyddiad geni, cod post, ffôn neu gyfeirnod (F2)</translation>
    </message>
    <message>
        <source>People found</source>
        <translation>Pobl a ganfuwyd</translation>
    </message>
    <message>
        <source>Nobody found. Try part of the name, the postcode or the date of birth.</source>
        <translation>Ni chafwyd neb. Rhowch gynnig ar ran o&apos;r enw, y cod post neu&apos;r dyddiad geni.</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) found. Enter opens, F3 goes to the next.</source>
        <translation>
            <numerusform>Ni chafwyd neb.</numerusform>
            <numerusform>Cafwyd %n person. Mae Enter yn agor, mae F3 yn mynd i&apos;r nesaf.</numerusform>
            <numerusform>Cafwyd %n o bobl. Mae Enter yn agor, mae F3 yn mynd i&apos;r nesaf.</numerusform>
            <numerusform>Cafwyd %n o bobl. Mae Enter yn agor, mae F3 yn mynd i&apos;r nesaf.</numerusform>
            <numerusform>Cafwyd %n o bobl. Mae Enter yn agor, mae F3 yn mynd i&apos;r nesaf.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %n people are shown; type more to narrow them down. Enter opens, F3 goes to the next.</source>
        <translation>
            <numerusform>Dangosir y %n cyntaf; teipiwch ragor i gyfyngu. Mae Enter yn agor, mae F3 yn mynd i&apos;r nesaf.</numerusform>
            <numerusform>Dangosir y %n cyntaf; teipiwch ragor i gyfyngu. Mae Enter yn agor, mae F3 yn mynd i&apos;r nesaf.</numerusform>
            <numerusform>Dangosir y %n cyntaf; teipiwch ragor i gyfyngu. Mae Enter yn agor, mae F3 yn mynd i&apos;r nesaf.</numerusform>
            <numerusform>Dangosir y %n cyntaf; teipiwch ragor i gyfyngu. Mae Enter yn agor, mae F3 yn mynd i&apos;r nesaf.</numerusform>
            <numerusform>Dangosir y %n cyntaf; teipiwch ragor i gyfyngu. Mae Enter yn agor, mae F3 yn mynd i&apos;r nesaf.</numerusform>
        </translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Dod o hyd</translation>
    </message>
    <message>
        <source>Clear what was typed</source>
        <translation>Clirio&apos;r hyn a deipiwyd</translation>
    </message>
    <message numerus="yes">
        <source>The search is being made ready: %n person(s) cannot be found yet.</source>
        <translation>
            <numerusform>Mae&apos;r chwiliad yn cael ei baratoi.</numerusform>
            <numerusform>Mae&apos;r chwiliad yn cael ei baratoi: ni ellir dod o hyd i %n person eto.</numerusform>
            <numerusform>Mae&apos;r chwiliad yn cael ei baratoi: ni ellir dod o hyd i %n o bobl eto.</numerusform>
            <numerusform>Mae&apos;r chwiliad yn cael ei baratoi: ni ellir dod o hyd i %n o bobl eto.</numerusform>
            <numerusform>Mae&apos;r chwiliad yn cael ei baratoi: ni ellir dod o hyd i %n o bobl eto.</numerusform>
        </translation>
    </message>
    <message>
        <source>Search notes</source>
        <translation>Chwilio nodiadau</translation>
    </message>
    <message>
        <source>Search notes: begin with a quotation mark (Shift+F2)</source>
        <translation>Chwilio nodiadau: dechreuwch gyda dyfynnod (Shift+F2)</translation>
    </message>
    <message>
        <source>Find (F2): name, date of birth, postcode, phone, reference…</source>
        <translation>Chwilio (F2): enw, dyddiad geni, cod post, ffôn, cyfeirnod…</translation>
    </message>
</context>
<context>
    <name>reeve::ui::FlagChooser</name>
    <message>
        <source>Flag something sensitive</source>
        <translation>Nodi rhywbeth sensitif</translation>
    </message>
    <message>
        <source>What was said, and why may we hold it? One key picks it.</source>
        <translation>Beth a ddywedwyd, a pham y cawn ei gadw? Un allwedd sy&apos;n ei ddewis.</translation>
    </message>
    <message>
        <source>Something else, or another basis</source>
        <translation>Rhywbeth arall, neu sail arall</translation>
    </message>
</context>
<context>
    <name>reeve::ui::FlaggedItemRow</name>
    <message>
        <source>What was said. Kept apart from the note, and read only with a reason:</source>
        <translation>Yr hyn a ddywedwyd. Fe&apos;i cedwir ar wahân i&apos;r nodyn, a dim ond gyda rheswm y caiff ei ddarllen:</translation>
    </message>
    <message>
        <source>%1: what was said</source>
        <translation>%1: yr hyn a ddywedwyd</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Tynnu</translation>
    </message>
    <message>
        <source>Remove the flag: %1</source>
        <translation>Tynnu&apos;r nod: %1</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Tystiolaeth</translation>
    </message>
</context>
<context>
    <name>reeve::ui::Footer</name>
    <message>
        <source>Sample council – nobody here is real</source>
        <translation>Cyngor enghreifftiol – nid oes neb yma&apos;n real</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Dadwneud</translation>
    </message>
    <message>
        <source>%1 Find   %2 Commands   %3 Keys</source>
        <translation>%1 Chwilio   %2 Gorchmynion   %3 Allweddi</translation>
    </message>
    <message>
        <source>Undo   %1</source>
        <translation>Dadwneud   %1</translation>
    </message>
</context>
<context>
    <name>reeve::ui::FormRow</name>
    <message>
        <source>Remove this row</source>
        <translation>Tynnu&apos;r rhes hon</translation>
    </message>
</context>
<context>
    <name>reeve::ui::FormerNameRow</name>
    <message>
        <source>Former given name</source>
        <translation>Enw cyntaf blaenorol</translation>
    </message>
    <message>
        <source>Former family name</source>
        <translation>Cyfenw blaenorol</translation>
    </message>
</context>
<context>
    <name>reeve::ui::KeySheet</name>
    <message>
        <source>Switch between open interactions</source>
        <translation>Newid rhwng cysylltiadau agored</translation>
    </message>
    <message>
        <source>Ctrl+1 … Ctrl+9</source>
        <translation>Ctrl+1 … Ctrl+9</translation>
    </message>
    <message>
        <source>Back, without losing a word</source>
        <translation>Yn ôl, heb golli gair</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>Pob allwedd</translation>
    </message>
    <message>
        <source>Close  Esc</source>
        <translation>Cau  Esc</translation>
    </message>
</context>
<context>
    <name>reeve::ui::LateFlag</name>
    <message>
        <source>Flag something sensitive in a finished interaction</source>
        <translation>Nodi rhywbeth sensitif mewn cyswllt sydd wedi&apos;i orffen</translation>
    </message>
    <message>
        <source>Flag something sensitive that was said (%1)</source>
        <translation>Nodi rhywbeth sensitif a ddywedwyd (%1)</translation>
    </message>
    <message>
        <source>Save the flag</source>
        <translation>Cadw&apos;r nod</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Canslo</translation>
    </message>
    <message>
        <source>Criminal offence</source>
        <translation>Trosedd</translation>
    </message>
    <message>
        <source>Say what was said.</source>
        <translation>Dywedwch beth a ddywedwyd.</translation>
    </message>
    <message>
        <source>Answer the question under the flag.</source>
        <translation>Atebwch y cwestiwn o dan y nod.</translation>
    </message>
    <message>
        <source>The council has no valid basis for this flag at present; choose another one.</source>
        <translation>Nid oes gan y cyngor sail ddilys ar gyfer y nod hwn ar hyn o bryd; dewiswch un arall.</translation>
    </message>
</context>
<context>
    <name>reeve::ui::LikelyMatches</name>
    <message>
        <source>People it may be already</source>
        <translation>Pobl y gallai fod yn un ohonynt</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) on record.</source>
        <translation>
            <numerusform>Neb ar gofnod.</numerusform>
            <numerusform>%n person ar gofnod.</numerusform>
            <numerusform>%n o bobl ar gofnod.</numerusform>
            <numerusform>%n o bobl ar gofnod.</numerusform>
            <numerusform>%n o bobl ar gofnod.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reeve::ui::LikelyPersonModel</name>
    <message>
        <source>Has died.</source>
        <translation>Wedi marw.</translation>
    </message>
</context>
<context>
    <name>reeve::ui::LockScreen</name>
    <message>
        <source>Locked</source>
        <translation>Ar glo</translation>
    </message>
    <message>
        <source>%1, everything is as you left it, and what you were writing is saved.</source>
        <translation>%1, mae popeth fel y&apos;i gadawsoch, ac mae&apos;r hyn roeddech yn ei ysgrifennu wedi&apos;i gadw.</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>&amp;Cyfrinymadrodd</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Cyfrinymadrodd</translation>
    </message>
    <message>
        <source>Unlock  Enter</source>
        <translation>Datgloi  Enter</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Datgloi</translation>
    </message>
    <message>
        <source>%1, everything is as you left it.</source>
        <translation>%1, mae popeth fel y&apos;i gadawsoch.</translation>
    </message>
    <message>
        <source>Opening the desk…</source>
        <translation>Yn agor y ddesg…</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Yn gwirio…</translation>
    </message>
    <message>
        <source>This desk is closed until you unlock it: that opens it again, and takes a moment.</source>
        <translation>Mae&apos;r ddesg hon ar gau nes i chi ei datgloi: bydd hynny&apos;n ei hagor eto, ac yn cymryd eiliad.</translation>
    </message>
    <message>
        <source>What waits here is still being sent to the centre.</source>
        <translation>Mae&apos;r hyn sy&apos;n aros yma&apos;n dal i gael ei anfon i&apos;r ganolfan.</translation>
    </message>
    <message>
        <source>&amp;Somebody else signs in</source>
        <translation>Rhywun arall yn &amp;mewngofnodi</translation>
    </message>
    <message>
        <source>Somebody else signs in</source>
        <translation>Rhywun arall yn mewngofnodi</translation>
    </message>
    <message>
        <source>With a passphrase of their own. What %1 was writing is kept until %1 signs in again.</source>
        <translation>Gyda&apos;u cyfrinymadrodd eu hunain. Cedwir yr hyn roedd %1 yn ei ysgrifennu nes i %1 fewngofnodi eto.</translation>
    </message>
</context>
<context>
    <name>reeve::ui::MergePanel</name>
    <message>
        <source>Only somebody who is on record can be merged.</source>
        <translation>Dim ond rhywun sydd ar gofnod y gellir ei gyfuno.</translation>
    </message>
    <message>
        <source>That is the record that is open. Find the other one.</source>
        <translation>Dyna’r cofnod sydd ar agor. Dewch o hyd i’r llall.</translation>
    </message>
    <message>
        <source>Merge two records</source>
        <translation>Cyfuno dau gofnod</translation>
    </message>
    <message>
        <source>Merge %1 with…</source>
        <translation>Cyfuno %1 â…</translation>
    </message>
    <message>
        <source>Close  Esc</source>
        <translation>Cau  Esc</translation>
    </message>
    <message>
        <source>Find the other record of the same person (F2). Nothing is merged before you have seen both.</source>
        <translation>Dewch o hyd i gofnod arall yr un person (F2). Ni chyfunir dim cyn ichi weld y ddau.</translation>
    </message>
    <message>
        <source>Merge  Ctrl+Enter</source>
        <translation>Cyfuno  Ctrl+Enter</translation>
    </message>
    <message>
        <source>Merge the two</source>
        <translation>Cyfuno’r ddau</translation>
    </message>
</context>
<context>
    <name>reeve::ui::NoteFinder</name>
    <message>
        <source>Found in notes</source>
        <translation>Wedi&apos;u canfod mewn nodiadau</translation>
    </message>
    <message>
        <source>Type words of the note: what was said, or what it was about.</source>
        <translation>Teipiwch eiriau o&apos;r nodyn: yr hyn a ddywedwyd, neu beth oedd dan sylw.</translation>
    </message>
    <message numerus="yes">
        <source>Notes are being made ready: %n cannot be found yet.</source>
        <translation>
            <numerusform>Mae&apos;r nodiadau&apos;n barod.</numerusform>
            <numerusform>Mae&apos;r nodiadau&apos;n cael eu paratoi: ni ellir dod o hyd i %n eto.</numerusform>
            <numerusform>Mae&apos;r nodiadau&apos;n cael eu paratoi: ni ellir dod o hyd i %n eto.</numerusform>
            <numerusform>Mae&apos;r nodiadau&apos;n cael eu paratoi: ni ellir dod o hyd i %n eto.</numerusform>
            <numerusform>Mae&apos;r nodiadau&apos;n cael eu paratoi: ni ellir dod o hyd i %n eto.</numerusform>
        </translation>
    </message>
    <message>
        <source>In no note on this desk. Try fewer words, or the beginning of one.</source>
        <translation>Nid yw mewn unrhyw nodyn ar y ddesg hon. Rhowch gynnig ar lai o eiriau, neu ddechrau un gair.</translation>
    </message>
    <message numerus="yes">
        <source>The newest %n are shown; type more to narrow them down. Enter opens, F3 goes to the next.</source>
        <translation>
            <numerusform>Ni chafwyd dim.</numerusform>
            <numerusform>Dangosir yr un diweddaraf; teipiwch fwy i&apos;w gyfyngu. Mae Enter yn agor, mae F3 yn mynd i&apos;r nesaf.</numerusform>
            <numerusform>Dangosir y %n diweddaraf; teipiwch fwy i&apos;w cyfyngu. Mae Enter yn agor, mae F3 yn mynd i&apos;r nesaf.</numerusform>
            <numerusform>Dangosir y %n diweddaraf; teipiwch fwy i&apos;w cyfyngu. Mae Enter yn agor, mae F3 yn mynd i&apos;r nesaf.</numerusform>
            <numerusform>Dangosir y %n diweddaraf; teipiwch fwy i&apos;w cyfyngu. Mae Enter yn agor, mae F3 yn mynd i&apos;r nesaf.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In the notes of %n interaction(s). Enter opens, F3 goes to the next.</source>
        <translation>
            <numerusform>Mewn dim nodyn.</numerusform>
            <numerusform>Yn nodiadau %n rhyngweithiad. Mae Enter yn agor, mae F3 yn mynd i&apos;r nesaf.</numerusform>
            <numerusform>Yn nodiadau %n o ryngweithiadau. Mae Enter yn agor, mae F3 yn mynd i&apos;r nesaf.</numerusform>
            <numerusform>Yn nodiadau %n o ryngweithiadau. Mae Enter yn agor, mae F3 yn mynd i&apos;r nesaf.</numerusform>
            <numerusform>Yn nodiadau %n o ryngweithiadau. Mae Enter yn agor, mae F3 yn mynd i&apos;r nesaf.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reeve::ui::NoteHitModel</name>
    <message>
        <source>nobody named</source>
        <translation>heb enwi neb</translation>
    </message>
</context>
<context>
    <name>reeve::ui::OtherBasis</name>
    <message>
        <source>What was said</source>
        <translation>Beth a ddywedwyd</translation>
    </message>
    <message>
        <source>Why may we hold it?</source>
        <translation>Pam y cawn ei gadw?</translation>
    </message>
    <message>
        <source>Flag it</source>
        <translation>Nodi</translation>
    </message>
    <message>
        <source>Flag it   Enter</source>
        <translation>Nodi   Enter</translation>
    </message>
</context>
<context>
    <name>reeve::ui::PairTable</name>
    <message numerus="yes">
        <source>%n interaction(s)</source>
        <translation>
            <numerusform>Dim cysylltiadau</numerusform>
            <numerusform>%n cysylltiad</numerusform>
            <numerusform>%n o gysylltiadau</numerusform>
            <numerusform>%n o gysylltiadau</numerusform>
            <numerusform>%n o gysylltiadau</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, the last %2</source>
        <translation>%1, y diwethaf %2</translation>
    </message>
    <message numerus="yes">
        <source>%n records already</source>
        <translation>
            <numerusform>Dim cofnodion eisoes</numerusform>
            <numerusform>%n cofnod eisoes</numerusform>
            <numerusform>%n o gofnodion eisoes</numerusform>
            <numerusform>%n o gofnodion eisoes</numerusform>
            <numerusform>%n o gofnodion eisoes</numerusform>
        </translation>
    </message>
    <message>
        <source>Left: the older record</source>
        <translation>Chwith: y cofnod hŷn</translation>
    </message>
    <message>
        <source>Right: the newer record</source>
        <translation>De: y cofnod mwy newydd</translation>
    </message>
    <message>
        <source>What is shown once they are merged</source>
        <translation>Beth a ddangosir ar ôl eu cyfuno</translation>
    </message>
    <message>
        <source>Nothing is lost: what is not shown is kept as history.</source>
        <translation>Ni chollir dim: cedwir yr hyn na ddangosir fel hanes.</translation>
    </message>
    <message>
        <source>%1, %2. Left: %3. Right: %4.</source>
        <translation>%1, %2. Chwith: %3. De: %4.</translation>
    </message>
    <message>
        <source>%1: %2, from the left</source>
        <translation>%1: %2, o’r chwith</translation>
    </message>
    <message>
        <source>%1: %2, from the right</source>
        <translation>%1: %2, o’r dde</translation>
    </message>
</context>
<context>
    <name>reeve::ui::PairView</name>
    <message>
        <source>The two records side by side</source>
        <translation>Y ddau gofnod ochr yn ochr</translation>
    </message>
    <message>
        <source>Somebody has said that these two are not the same person.</source>
        <translation>Mae rhywun wedi dweud nad yr un person yw’r ddau hyn.</translation>
    </message>
    <message>
        <source>These two are recorded as related to each other (%1): they are hardly one person.</source>
        <extracomment>%1: what they are to each other, &quot;Partner, Child&quot;</extracomment>
        <translation>Mae’r ddau hyn wedi’u cofnodi fel rhai sy’n perthyn i’w gilydd (%1): go brin mai’r un person ydynt.</translation>
    </message>
</context>
<context>
    <name>reeve::ui::PaymentRow</name>
    <message>
        <source>For</source>
        <translation>Ar gyfer</translation>
    </message>
    <message>
        <source>Reference (never a card number)</source>
        <translation>Cyfeirnod (byth rhif cerdyn)</translation>
    </message>
    <message>
        <source>How it stands</source>
        <translation>Sut mae&apos;n sefyll</translation>
    </message>
</context>
<context>
    <name>reeve::ui::PersonEditor</name>
    <message>
        <source>A name is needed: any part of it will do.</source>
        <translation>Mae angen enw: gwnaiff unrhyw ran ohono&apos;r tro.</translation>
    </message>
    <message>
        <source>Something cannot be read yet; it is marked above. Nothing is lost.</source>
        <translation>Mae rhywbeth na ellir ei ddarllen eto; mae wedi&apos;i farcio uchod. Ni chollwyd dim.</translation>
    </message>
    <message>
        <source>Person being written down</source>
        <translation>Y person sy&apos;n cael ei gofnodi</translation>
    </message>
    <message>
        <source>Take back what was set aside</source>
        <translation>Cymryd yn ôl yr hyn a roddwyd o&apos;r neilltu</translation>
    </message>
    <message>
        <source>Cancel   Esc</source>
        <translation>Canslo   Esc</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Canslo</translation>
    </message>
    <message>
        <source>Save   Ctrl+S</source>
        <translation>Cadw   Ctrl+S</translation>
    </message>
    <message>
        <source>Save person</source>
        <translation>Cadw&apos;r person</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>Person newydd</translation>
    </message>
    <message>
        <source>Edit person</source>
        <translation>Golygu person</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>Golygu %1</translation>
    </message>
</context>
<context>
    <name>reeve::ui::PersonFinder</name>
    <message>
        <source>People on record</source>
        <translation>Pobl ar gofnod</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) on record. Enter links the marked one; Tab keeps the name as it is told.</source>
        <translation>
            <numerusform>Neb ar gofnod.</numerusform>
            <numerusform>%n person ar gofnod. Mae Enter yn eu cysylltu; mae Tab yn cadw&apos;r enw fel y&apos;i dywedwyd.</numerusform>
            <numerusform>%n o bobl ar gofnod. Mae Enter yn cysylltu&apos;r un a farciwyd; mae Tab yn cadw&apos;r enw fel y&apos;i dywedwyd.</numerusform>
            <numerusform>%n o bobl ar gofnod. Mae Enter yn cysylltu&apos;r un a farciwyd; mae Tab yn cadw&apos;r enw fel y&apos;i dywedwyd.</numerusform>
            <numerusform>%n o bobl ar gofnod. Mae Enter yn cysylltu&apos;r un a farciwyd; mae Tab yn cadw&apos;r enw fel y&apos;i dywedwyd.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reeve::ui::PersonForm</name>
    <message>
        <source>Title</source>
        <translation>Teitl</translation>
    </message>
    <message>
        <source>Given name</source>
        <translation>Enw cyntaf</translation>
    </message>
    <message>
        <source>Middle names</source>
        <translation>Enwau canol</translation>
    </message>
    <message>
        <source>Family name</source>
        <translation>Cyfenw</translation>
    </message>
    <message>
        <source>Known as</source>
        <translation>Adwaenir fel</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>Dyddiad geni</translation>
    </message>
    <message>
        <source>Date of death</source>
        <translation>Dyddiad marw</translation>
    </message>
    <message>
        <source>Communication needs (a need, never a diagnosis)</source>
        <translation>Anghenion cyfathrebu (angen, byth diagnosis)</translation>
    </message>
    <message>
        <source>large print, lip reading, text relay…</source>
        <translation>print bras, darllen gwefusau, cyfnewid testun…</translation>
    </message>
    <message>
        <source>How to reach them</source>
        <translation>Sut i gysylltu â nhw</translation>
    </message>
    <message>
        <source>phone, mornings</source>
        <translation>ffôn, yn y bore</translation>
    </message>
    <message>
        <source>Language they prefer</source>
        <translation>Yr iaith sydd orau ganddynt</translation>
    </message>
    <message>
        <source>Marital status (only where a service needs it)</source>
        <translation>Statws priodasol (dim ond lle bo gwasanaeth ei angen)</translation>
    </message>
    <message>
        <source>Not asked</source>
        <translation>Heb ofyn</translation>
    </message>
    <message>
        <source>Add an address</source>
        <translation>Ychwanegu cyfeiriad</translation>
    </message>
    <message>
        <source>Add a payment reference</source>
        <translation>Ychwanegu cyfeirnod talu</translation>
    </message>
    <message>
        <source>Add a former name</source>
        <translation>Ychwanegu enw blaenorol</translation>
    </message>
    <message>
        <source>This day has not come yet.</source>
        <translation>Nid yw&apos;r diwrnod hwn wedi dod eto.</translation>
    </message>
    <message>
        <source>This is before the date of birth.</source>
        <translation>Mae hyn cyn y dyddiad geni.</translation>
    </message>
    <message>
        <source>No such date. Try 27/3/2007, March 2007 or about 1950.</source>
        <translation>Nid oes dyddiad o&apos;r fath. Rhowch gynnig ar 27/3/2007, Mawrth 2007 neu tua 1950.</translation>
    </message>
    <message>
        <source>Understood: %1</source>
        <translation>Deallwyd: %1</translation>
    </message>
    <message>
        <source>Add a phone</source>
        <translation>Ychwanegu ffôn</translation>
    </message>
    <message>
        <source>Add an e-mail</source>
        <translation>Ychwanegu e-bost</translation>
    </message>
    <message>
        <source>Add somebody related</source>
        <translation>Ychwanegu perthynas</translation>
    </message>
    <message>
        <source>27/3/2007 or 1950</source>
        <translation>27/3/2007 neu 1950</translation>
    </message>
    <message>
        <source>NHS number (only for social care)</source>
        <translation>Rhif GIG (ar gyfer gofal cymdeithasol yn unig)</translation>
    </message>
    <message>
        <source>10 figures</source>
        <translation>10 ffigur</translation>
    </message>
    <message>
        <source>National Insurance number (never to prove who they are)</source>
        <translation>Rhif Yswiriant Gwladol (byth i brofi pwy ydynt)</translation>
    </message>
    <message>
        <source>Not a National Insurance number: two letters, six figures and A, B, C or D.</source>
        <translation>Nid rhif Yswiriant Gwladol: dwy lythyren, chwe ffigur ac A, B, C neu D.</translation>
    </message>
    <message>
        <source>There is a slip in it: its figures do not fit together.</source>
        <translation>Mae llithriad ynddo: nid yw ei ffigurau&apos;n cyd-fynd.</translation>
    </message>
    <message>
        <source>An NHS number has ten figures.</source>
        <translation>Mae gan rif GIG ddeg ffigur.</translation>
    </message>
</context>
<context>
    <name>reeve::ui::PersonHitModel</name>
    <message>
        <source>New person…  Ctrl+N</source>
        <translation>Person newydd…  Ctrl+N</translation>
    </message>
    <message>
        <source>New person “%1”…  Ctrl+N</source>
        <translation>Person newydd “%1”…  Ctrl+N</translation>
    </message>
    <message>
        <source>Has died</source>
        <translation>Wedi marw</translation>
    </message>
    <message>
        <source>matches by %1</source>
        <translation>yn cyfateb yn ôl %1</translation>
    </message>
</context>
<context>
    <name>reeve::ui::PersonPanel</name>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Edit   %1</source>
        <translation>Golygu   %1</translation>
    </message>
    <message>
        <source>Edit person</source>
        <translation>Golygu person</translation>
    </message>
    <message>
        <source>Nobody is open.

%1 finds a person by name, date of birth, postcode, phone or reference.

%2 takes down somebody new.

An interaction can be logged without a person, too.</source>
        <translation>Nid oes neb ar agor.

Mae %1 yn dod o hyd i berson yn ôl enw, dyddiad geni, cod post, ffôn neu gyfeirnod.

Mae %2 yn cofnodi rhywun newydd.

Gellir cofnodi cysylltiad heb berson hefyd.</translation>
    </message>
    <message>
        <source>Marked, and saved on this desk. It is not offered any more.</source>
        <translation>Wedi&apos;i nodi a&apos;i gadw ar y ddesg hon. Ni chynigir ef mwyach.</translation>
    </message>
    <message>
        <source>The death is recorded on this desk. Nothing goes to them any more.</source>
        <translation>Mae&apos;r farwolaeth wedi&apos;i chofnodi ar y ddesg hon. Nid oes dim yn mynd atynt mwyach.</translation>
    </message>
    <message>
        <source>Nothing to confirm: go to a line of the person first.</source>
        <translation>Dim i&apos;w gadarnhau: ewch i linell o&apos;r person yn gyntaf.</translation>
    </message>
    <message>
        <source>Confirmed, and saved on this desk.</source>
        <translation>Wedi&apos;i gadarnhau a&apos;i gadw ar y ddesg hon.</translation>
    </message>
    <message>
        <source>All contact details confirmed, and saved on this desk.</source>
        <translation>Yr holl fanylion cyswllt wedi&apos;u cadarnhau a&apos;u cadw ar y ddesg hon.</translation>
    </message>
    <message>
        <source>Go to a phone number, e-mail or address of the person first.</source>
        <translation>Ewch i rif ffôn, e-bost neu gyfeiriad y person yn gyntaf.</translation>
    </message>
    <message>
        <source>Noted as told, and saved on this desk.</source>
        <translation>Nodwyd eu bod wedi cael gwybod, a&apos;i gadw ar y ddesg hon.</translation>
    </message>
    <message>
        <source>Taken back: it is as before.</source>
        <translation>Wedi&apos;i dynnu&apos;n ôl: mae fel yr oedd o&apos;r blaen.</translation>
    </message>
</context>
<context>
    <name>reeve::ui::PersonSummary</name>
    <message>
        <source>(name not known)</source>
        <translation>(enw ddim yn hysbys)</translation>
    </message>
    <message>
        <source>Person: %1</source>
        <translation>Person: %1</translation>
    </message>
    <message>
        <source>known as %1</source>
        <translation>adwaenir fel %1</translation>
    </message>
    <message>
        <source>date of birth not known</source>
        <translation>dyddiad geni ddim yn hysbys</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) were changed by two people at once. Decide under Needs attention.</source>
        <translation>
            <numerusform>Ni newidiwyd unrhyw faes gan ddau berson.</numerusform>
            <numerusform>Newidiwyd %n maes gan ddau berson ar yr un pryd. Penderfynwch o dan Angen sylw.</numerusform>
            <numerusform>Newidiwyd %n o feysydd gan ddau berson ar yr un pryd. Penderfynwch o dan Angen sylw.</numerusform>
            <numerusform>Newidiwyd %n o feysydd gan ddau berson ar yr un pryd. Penderfynwch o dan Angen sylw.</numerusform>
            <numerusform>Newidiwyd %n o feysydd gan ddau berson ar yr un pryd. Penderfynwch o dan Angen sylw.</numerusform>
        </translation>
    </message>
    <message>
        <source>Changes are saved here and wait to be sent.</source>
        <translation>Mae newidiadau wedi&apos;u cadw yma ac yn aros i gael eu hanfon.</translation>
    </message>
    <message>
        <source>No address on record</source>
        <translation>Dim cyfeiriad ar gofnod</translation>
    </message>
    <message>
        <source>preferred</source>
        <translation>a ffefrir</translation>
    </message>
    <message>
        <source>do not leave a message</source>
        <translation>peidiwch â gadael neges</translation>
    </message>
    <message>
        <source>Prefers: %1</source>
        <translation>Yn ffafrio: %1</translation>
    </message>
    <message>
        <source>Speaks: %1</source>
        <translation>Yn siarad: %1</translation>
    </message>
    <message>
        <source>▲ Needs: %1</source>
        <translation>▲ Anghenion: %1</translation>
    </message>
    <message>
        <source>Communication needs: %1</source>
        <translation>Anghenion cyfathrebu: %1</translation>
    </message>
    <message numerus="yes">
        <source>At the same address (%n)</source>
        <translation>
            <numerusform>Yn yr un cyfeiriad (%n)</numerusform>
            <numerusform>Yn yr un cyfeiriad (%n)</numerusform>
            <numerusform>Yn yr un cyfeiriad (%n)</numerusform>
            <numerusform>Yn yr un cyfeiriad (%n)</numerusform>
            <numerusform>Yn yr un cyfeiriad (%n)</numerusform>
        </translation>
    </message>
    <message>
        <source>On record</source>
        <translation>Ar gofnod</translation>
    </message>
    <message>
        <source>former name</source>
        <translation>enw blaenorol</translation>
    </message>
    <message>
        <source>the council&apos;s own reference</source>
        <translation>cyfeirnod y cyngor ei hun</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>Agor %1</translation>
    </message>
    <message numerus="yes">
        <source>%n records are shown as this person.</source>
        <translation>
            <numerusform>Ni ddangosir cofnodion fel y person hwn.</numerusform>
            <numerusform>Dangosir %n cofnod fel y person hwn.</numerusform>
            <numerusform>Dangosir %n o gofnodion fel y person hwn.</numerusform>
            <numerusform>Dangosir %n o gofnodion fel y person hwn.</numerusform>
            <numerusform>Dangosir %n o gofnodion fel y person hwn.</numerusform>
        </translation>
    </message>
    <message>
        <source>Separate…</source>
        <translation>Gwahanu…</translation>
    </message>
    <message>
        <source>Separate the merged records</source>
        <translation>Gwahanu’r cofnodion a gyfunwyd</translation>
    </message>
    <message>
        <source>not a phone number as written</source>
        <translation>nid rhif ffôn fel y&apos;i hysgrifennwyd</translation>
    </message>
    <message>
        <source>not an e-mail address as written</source>
        <translation>nid cyfeiriad e-bost fel y&apos;i hysgrifennwyd</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>wedi ei wirio</translation>
    </message>
    <message>
        <source>not verified</source>
        <translation>heb ei wirio</translation>
    </message>
    <message>
        <source>Has died: %1 (%2).</source>
        <translation>Wedi marw: %1 (%2).</translation>
    </message>
    <message>
        <source>Told by %1.</source>
        <translation>Ffynhonnell: %1.</translation>
    </message>
    <message>
        <source>No calls, messages or letters go to them.</source>
        <translation>Nid oes galwadau, negeseuon na llythyrau&apos;n mynd atynt.</translation>
    </message>
    <message>
        <source>Speak to whoever deals with the estate:</source>
        <translation>Siaradwch â phwy bynnag sy&apos;n delio â&apos;r ystad:</translation>
    </message>
    <message>
        <source>Nobody is known who deals with the estate.</source>
        <translation>Nid yw&apos;n hysbys pwy sy&apos;n delio â&apos;r ystad.</translation>
    </message>
    <message numerus="yes">
        <source>Must be told of the death (%n)</source>
        <translation>
            <numerusform>Rhaid dweud am y farwolaeth wrth (%n)</numerusform>
            <numerusform>Rhaid dweud am y farwolaeth wrth (%n)</numerusform>
            <numerusform>Rhaid dweud am y farwolaeth wrth (%n)</numerusform>
            <numerusform>Rhaid dweud am y farwolaeth wrth (%n)</numerusform>
            <numerusform>Rhaid dweud am y farwolaeth wrth (%n)</numerusform>
        </translation>
    </message>
    <message>
        <source>All who must know of the death were told</source>
        <translation>Dywedwyd wrth bawb sydd i wybod am y farwolaeth</translation>
    </message>
    <message>
        <source>told %1</source>
        <translation>dywedwyd %1</translation>
    </message>
    <message numerus="yes">
        <source>At %1 (%n)</source>
        <translation>
            <numerusform>Yn %1 (%n)</numerusform>
            <numerusform>Yn %1 (%n)</numerusform>
            <numerusform>Yn %1 (%n)</numerusform>
            <numerusform>Yn %1 (%n)</numerusform>
            <numerusform>Yn %1 (%n)</numerusform>
        </translation>
    </message>
    <message>
        <source>Related: may not act for them</source>
        <translation>Perthnasau: ni chânt weithredu ar eu rhan</translation>
    </message>
    <message>
        <source>Who else is or was there?</source>
        <translation>Pwy arall sydd neu oedd yno?</translation>
    </message>
    <message>
        <source>Who else is or was at %1?</source>
        <translation>Pwy arall sydd neu oedd yn %1?</translation>
    </message>
    <message>
        <source>Related, as the others&apos; records say</source>
        <translation>Yn perthyn, yn ôl cofnodion y lleill</translation>
    </message>
    <message>
        <source>to the council</source>
        <translation>i&apos;r cyngor</translation>
    </message>
    <message>
        <source>NHS number</source>
        <translation>rhif GIG</translation>
    </message>
    <message>
        <source>National Insurance number</source>
        <translation>rhif Yswiriant Gwladol</translation>
    </message>
    <message>
        <source>Two desks chose differently between the merged records: %1.</source>
        <translation>Dewisodd dwy ddesg yn wahanol rhwng y cofnodion a gyfunwyd: %1.</translation>
    </message>
    <message>
        <source>Choose values…</source>
        <translation>Dewis gwerthoedd…</translation>
    </message>
    <message>
        <source>Choose between the values of the merged records</source>
        <translation>Dewis rhwng gwerthoedd y cofnodion a gyfunwyd</translation>
    </message>
</context>
<context>
    <name>reeve::ui::ReasonField</name>
    <message>
        <source>Type a reason or its short code</source>
        <translation>Teipiwch reswm neu ei god byr</translation>
    </message>
    <message>
        <source>Why are they in touch? Add a reason</source>
        <translation>Pam maen nhw mewn cysylltiad? Ychwanegwch reswm</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>Rhesymau</translation>
    </message>
    <message>
        <source>Reason: %1. Press to remove it.</source>
        <translation>Rheswm: %1. Pwyswch i&apos;w dynnu.</translation>
    </message>
    <message>
        <source>Remove this reason</source>
        <translation>Tynnu&apos;r rheswm hwn</translation>
    </message>
    <message>
        <source>No such reason. Try another word for it.</source>
        <translation>Nid oes rheswm o&apos;r fath. Rhowch gynnig ar air arall amdano.</translation>
    </message>
</context>
<context>
    <name>reeve::ui::ReasonModel</name>
    <message>
        <source>%1   (%2)</source>
        <comment>reason, short code</comment>
        <translation>%1   (%2)</translation>
    </message>
</context>
<context>
    <name>reeve::ui::RelatedName</name>
    <message>
        <source>(name not known here)</source>
        <translation>(enw ddim yn hysbys yma)</translation>
    </message>
    <message>
        <source>Name (has a record of their own)</source>
        <translation>Enw (mae ganddynt gofnod eu hunain)</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Enw</translation>
    </message>
    <message>
        <source>Has died</source>
        <translation>Wedi marw</translation>
    </message>
    <message>
        <source>Type to find them on record</source>
        <translation>Teipiwch i ddod o hyd iddynt ar gofnod</translation>
    </message>
    <message>
        <source>Unlink</source>
        <translation>Datgysylltu</translation>
    </message>
    <message>
        <source>Unlink from the record of %1</source>
        <translation>Datgysylltu oddi wrth gofnod %1</translation>
    </message>
</context>
<context>
    <name>reeve::ui::RelationshipRow</name>
    <message>
        <source>Is their</source>
        <translation>Yw eu</translation>
    </message>
    <message>
        <source>May act for them by</source>
        <translation>Caiff weithredu ar eu rhan drwy</translation>
    </message>
    <message>
        <source>Nothing: related only</source>
        <translation>Dim: perthyn yn unig</translation>
    </message>
    <message>
        <source>This day has not come yet.</source>
        <translation>Nid yw&apos;r diwrnod hwn wedi dod eto.</translation>
    </message>
    <message>
        <source>This is before it began.</source>
        <translation>Mae hyn cyn iddo ddechrau.</translation>
    </message>
    <message>
        <source>Not a date. Try 27/3/2007 or 2007.</source>
        <translation>Nid dyddiad. Rhowch gynnig ar 27/3/2007 neu 2007.</translation>
    </message>
    <message>
        <source>How to reach them</source>
        <translation>Sut i gysylltu â nhw</translation>
    </message>
    <message>
        <source>What was seen of it</source>
        <translation>Yr hyn a welwyd ohono</translation>
    </message>
    <message>
        <source>Seen on</source>
        <translation>Gwelwyd ar</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Ers</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Tan</translation>
    </message>
</context>
<context>
    <name>reeve::ui::RestrictedSection</name>
    <message>
        <source>Say why you need to see it.</source>
        <translation>Dywedwch pam mae angen ichi ei weld.</translation>
    </message>
    <message>
        <source>Why do you need to see it? Your name, the time and the reason are recorded.</source>
        <translation>Pam mae angen ichi ei weld? Cofnodir eich enw, yr amser a&apos;r rheswm.</translation>
    </message>
    <message>
        <source>Reason for seeing the restricted item</source>
        <translation>Rheswm dros weld yr eitem gyfyngedig</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Ei dangos</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Canslo</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Cuddio</translation>
    </message>
    <message>
        <source>Noted %1: show…</source>
        <translation>Nodwyd %1: dangos…</translation>
    </message>
    <message>
        <source>Show restricted item %1, noted %2; asks for a reason</source>
        <translation>Dangos eitem gyfyngedig %1, nodwyd %2; gofynnir am reswm</translation>
    </message>
    <message numerus="yes">
        <source>%n restricted item(s)</source>
        <translation>
            <numerusform>dim eitem gyfyngedig</numerusform>
            <numerusform>%n eitem gyfyngedig</numerusform>
            <numerusform>%n o eitemau cyfyngedig</numerusform>
            <numerusform>%n o eitemau cyfyngedig</numerusform>
            <numerusform>%n o eitemau cyfyngedig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n restricted item(s). Press to list them.</source>
        <translation>
            <numerusform>Dim eitem gyfyngedig.</numerusform>
            <numerusform>%n eitem gyfyngedig. Pwyswch i&apos;w rhestru.</numerusform>
            <numerusform>%n o eitemau cyfyngedig. Pwyswch i&apos;w rhestru.</numerusform>
            <numerusform>%n o eitemau cyfyngedig. Pwyswch i&apos;w rhestru.</numerusform>
            <numerusform>%n o eitemau cyfyngedig. Pwyswch i&apos;w rhestru.</numerusform>
        </translation>
    </message>
    <message>
        <source>Criminal offence</source>
        <translation>Trosedd</translation>
    </message>
    <message>
        <source>(Nothing was written down.)</source>
        <translation>(Ni chofnodwyd dim.)</translation>
    </message>
    <message>
        <source>It is hidden again after a minute, and when you go elsewhere.</source>
        <translation>Caiff ei chuddio eto ar ôl munud, a phan ewch i rywle arall.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>reeve::ui::RolesField</name>
    <message>
        <source>To the council they are</source>
        <translation>I&apos;r cyngor maen nhw&apos;n</translation>
    </message>
</context>
<context>
    <name>reeve::ui::SeparatePanel</name>
    <message>
        <source>%1 and %2</source>
        <translation>%1 a %2</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Yn edrych…</translation>
    </message>
    <message>
        <source>This is one record: there is nothing to separate.</source>
        <translation>Un cofnod yw hwn: nid oes dim i’w wahanu.</translation>
    </message>
    <message>
        <source>%1 and %2 were merged by %3 on %4.</source>
        <translation>Cyfunwyd %1 a %2 gan %3 ar %4.</translation>
    </message>
    <message>
        <source>Reason: %1.</source>
        <translation>Rheswm: %1.</translation>
    </message>
    <message>
        <source>Somebody has said since that they are not the same.</source>
        <translation>Mae rhywun wedi dweud ers hynny nad yr un person ydynt.</translation>
    </message>
    <message>
        <source>Nothing came after the merge: both are as they were before it.</source>
        <translation>Ni ddaeth dim ar ôl y cyfuno: mae’r ddau fel yr oeddent cynt.</translation>
    </message>
    <message>
        <source>What came after the merge: whose is it?</source>
        <translation>Beth a ddaeth ar ôl y cyfuno: i bwy mae’n perthyn?</translation>
    </message>
    <message numerus="yes">
        <source>%n still to be assigned</source>
        <translation>
            <numerusform>Dim ar ôl i’w neilltuo</numerusform>
            <numerusform>%n ar ôl i’w neilltuo</numerusform>
            <numerusform>%n ar ôl i’w neilltuo</numerusform>
            <numerusform>%n ar ôl i’w neilltuo</numerusform>
            <numerusform>%n ar ôl i’w neilltuo</numerusform>
        </translation>
    </message>
    <message>
        <source>All the rest: %1</source>
        <translation>Y gweddill i gyd: %1</translation>
    </message>
    <message>
        <source>Say first whose each thing is that came after the merge.</source>
        <translation>Dywedwch yn gyntaf i bwy y mae pob peth a ddaeth ar ôl y cyfuno yn perthyn.</translation>
    </message>
    <message>
        <source>Separate merged records</source>
        <translation>Gwahanu cofnodion a gyfunwyd</translation>
    </message>
    <message>
        <source>Close  Esc</source>
        <translation>Cau  Esc</translation>
    </message>
    <message>
        <source>Which merge was a mistake?</source>
        <translation>Pa gyfuno oedd yn gamgymeriad?</translation>
    </message>
    <message>
        <source>Why (may be left empty)</source>
        <translation>Pam (gellir ei adael yn wag)</translation>
    </message>
    <message>
        <source>They are different people: do not suggest them again</source>
        <translation>Pobl wahanol ydynt: peidiwch â’u hawgrymu eto</translation>
    </message>
    <message>
        <source>What came after the merge</source>
        <translation>Beth a ddaeth ar ôl y cyfuno</translation>
    </message>
    <message>
        <source>Separate  Ctrl+Enter</source>
        <translation>Gwahanu  Ctrl+Enter</translation>
    </message>
    <message>
        <source>Separate the two records</source>
        <translation>Gwahanu’r ddau gofnod</translation>
    </message>
</context>
<context>
    <name>reeve::ui::SeparateViewModel</name>
    <message>
        <source>(name not known)</source>
        <translation>(enw ddim yn hysbys)</translation>
    </message>
    <message>
        <source>%1, older record</source>
        <translation>%1, cofnod hŷn</translation>
    </message>
    <message>
        <source>%1, newer record</source>
        <translation>%1, cofnod mwy newydd</translation>
    </message>
</context>
<context>
    <name>reeve::ui::SignInWindow</name>
    <message>
        <source>Sign in to this desk. It works without the network.</source>
        <translation>Mewngofnodwch i&apos;r ddesg hon. Mae&apos;n gweithio heb y rhwydwaith.</translation>
    </message>
    <message>
        <source>This computer has no desk yet.</source>
        <translation>Nid oes desg ar y cyfrifiadur hwn eto.</translation>
    </message>
    <message>
        <source>Who is at the &amp;desk?</source>
        <translation>Pwy sydd wrth y &amp;ddesg?</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>&amp;Cyfrinymadrodd</translation>
    </message>
    <message>
        <source>Who is at the desk</source>
        <translation>Pwy sydd wrth y ddesg</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Cyfrinymadrodd</translation>
    </message>
    <message>
        <source>Use Welsh</source>
        <translation>Defnyddio&apos;r Gymraeg</translation>
    </message>
    <message>
        <source>Use English</source>
        <translation>Defnyddio Saesneg</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Yn gwirio…</translation>
    </message>
    <message>
        <source>Sign in  Enter</source>
        <translation>Mewngofnodi  Enter</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Mewngofnodi</translation>
    </message>
    <message>
        <source>Ask an administrator to enrol it: reevectl device enrol, with the folder of the store, the address of the centre and your name. Then start Reeve again.</source>
        <translation>Gofynnwch i weinyddwr ei chofrestru: reevectl device enrol, gyda ffolder y storfa, cyfeiriad y ganolfan a&apos;ch enw. Yna dechreuwch Reeve eto.</translation>
    </message>
    <message numerus="yes">
        <source>Too many wrong passphrases. Nothing was lost; you can try again in %n second(s).</source>
        <translation>
            <numerusform>Gormod o gyfrinymadroddion anghywir. Ni chollwyd dim; gallwch roi cynnig arall arni nawr.</numerusform>
            <numerusform>Gormod o gyfrinymadroddion anghywir. Ni chollwyd dim; gallwch roi cynnig arall arni ymhen %n eiliad.</numerusform>
            <numerusform>Gormod o gyfrinymadroddion anghywir. Ni chollwyd dim; gallwch roi cynnig arall arni ymhen %n eiliad.</numerusform>
            <numerusform>Gormod o gyfrinymadroddion anghywir. Ni chollwyd dim; gallwch roi cynnig arall arni ymhen %n eiliad.</numerusform>
            <numerusform>Gormod o gyfrinymadroddion anghywir. Ni chollwyd dim; gallwch roi cynnig arall arni ymhen %n eiliad.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reeve::ui::StartBar</name>
    <message>
        <source>New</source>
        <translation>Newydd</translation>
    </message>
    <message>
        <source>Ctrl+Shift and the number</source>
        <translation>Ctrl+Shift a&apos;r rhif</translation>
    </message>
    <message>
        <source>New interaction: Ctrl+Shift and the number</source>
        <translation>Cysylltiad newydd: Ctrl+Shift a&apos;r rhif</translation>
    </message>
    <message>
        <source>New interaction</source>
        <translation>Cysylltiad newydd</translation>
    </message>
    <message>
        <source>Phone in</source>
        <translation>Ffôn i mewn</translation>
    </message>
    <message>
        <source>Phone out</source>
        <translation>Ffôn allan</translation>
    </message>
    <message>
        <source>Face to face</source>
        <translation>Wyneb yn wyneb</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-bost</translation>
    </message>
    <message>
        <source>Web</source>
        <translation>Gwe</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Llythyr</translation>
    </message>
    <message>
        <source>Lifeline</source>
        <translation>Llinell bywyd</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>a key and what it starts: &quot;1 Phone in&quot;</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Ctrl+Shift+</source>
        <translation>Ctrl+Shift+</translation>
    </message>
</context>
<context>
    <name>reeve::ui::Strip</name>
    <message>
        <source>Ready</source>
        <translation>Yn barod</translation>
    </message>
    <message>
        <source>With %1</source>
        <translation>Gyda %1</translation>
    </message>
    <message>
        <source>Ready: nothing in work</source>
        <translation>Yn barod: dim ar waith</translation>
    </message>
</context>
<context>
    <name>reeve::ui::SyncIndicator</name>
    <message>
        <source>Sign in to send</source>
        <translation>Mewngofnodi i anfon</translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) attention</source>
        <translation>
            <numerusform>Dim angen sylw</numerusform>
            <numerusform>%n angen sylw</numerusform>
            <numerusform>%n angen sylw</numerusform>
            <numerusform>%n angen sylw</numerusform>
            <numerusform>%n angen sylw</numerusform>
        </translation>
    </message>
    <message>
        <source>What the centre could not take, and what two people changed (Ctrl+Shift+A)</source>
        <translation>Yr hyn na allai&apos;r ganolfan ei dderbyn, a&apos;r hyn a newidiodd dau berson (Ctrl+Shift+A)</translation>
    </message>
    <message>
        <source>Let it happen</source>
        <translation>Gadael iddo ddigwydd</translation>
    </message>
</context>
<context>
    <name>reeve::ui::TimelineActions</name>
    <message>
        <source>Flag…</source>
        <translation>Nodi…</translation>
    </message>
    <message>
        <source>Flag something sensitive that was said (%1)</source>
        <translation>Nodi rhywbeth sensitif a ddywedwyd (%1)</translation>
    </message>
    <message>
        <source>Flag something sensitive that was said</source>
        <translation>Nodi rhywbeth sensitif a ddywedwyd</translation>
    </message>
    <message>
        <source>Add a note</source>
        <translation>Ychwanegu nodyn</translation>
    </message>
    <message>
        <source>Open the person</source>
        <translation>Agor y person</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>Agor %1</translation>
    </message>
    <message>
        <source>This was somebody else…</source>
        <translation>Rhywun arall oedd hwn…</translation>
    </message>
    <message>
        <source>This was…</source>
        <translation>Hwn oedd…</translation>
    </message>
    <message>
        <source>This was somebody else: find the person</source>
        <translation>Rhywun arall oedd hwn: dod o hyd i&apos;r person</translation>
    </message>
    <message>
        <source>This was somebody we know: find the person</source>
        <translation>Rhywun rydym yn ei adnabod oedd hwn: dod o hyd i&apos;r person</translation>
    </message>
</context>
<context>
    <name>reeve::ui::TimelineModel</name>
    <message>
        <source>Added %1: %2</source>
        <translation>Ychwanegwyd %1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>dim nodiadau</numerusform>
            <numerusform>%n nodyn</numerusform>
            <numerusform>%n o nodiadau</numerusform>
            <numerusform>%n o nodiadau</numerusform>
            <numerusform>%n o nodiadau</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>has %n restricted item(s)</source>
        <translation>
            <numerusform>heb eitem gyfyngedig</numerusform>
            <numerusform>mae ganddo %n eitem gyfyngedig</numerusform>
            <numerusform>mae ganddo %n o eitemau cyfyngedig</numerusform>
            <numerusform>mae ganddo %n o eitemau cyfyngedig</numerusform>
            <numerusform>mae ganddo %n o eitemau cyfyngedig</numerusform>
        </translation>
    </message>
    <message>
        <source>sent</source>
        <translation>anfonwyd</translation>
    </message>
    <message>
        <source>saved here, not sent yet</source>
        <translation>wedi&apos;i gadw yma, heb ei anfon eto</translation>
    </message>
    <message>
        <source>expanded</source>
        <translation>wedi&apos;i ehangu</translation>
    </message>
    <message>
        <source>press Enter for the whole note</source>
        <translation>pwyswch Enter am y nodyn cyfan</translation>
    </message>
    <message>
        <source>nobody named</source>
        <translation>heb enwi neb</translation>
    </message>
</context>
<context>
    <name>reeve::ui::TimelinePanel</name>
    <message>
        <source>The note was added.</source>
        <translation>Ychwanegwyd y nodyn.</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Llinell amser</translation>
    </message>
    <message>
        <source>Show which kind of interaction</source>
        <translation>Dangos pa fath o gysylltiad</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Pob un</translation>
    </message>
    <message>
        <source>Timeline: what was said before, newest first</source>
        <translation>Llinell amser: yr hyn a ddywedwyd o&apos;r blaen, y diweddaraf yn gyntaf</translation>
    </message>
    <message>
        <source>Find a person with F2: what was said before appears here.</source>
        <translation>Dewch o hyd i berson gydag F2: bydd yr hyn a ddywedwyd o&apos;r blaen yn ymddangos yma.</translation>
    </message>
    <message>
        <source>Nothing is on record here yet.</source>
        <translation>Nid oes dim ar gofnod yma eto.</translation>
    </message>
    <message>
        <source>None of this kind.</source>
        <translation>Dim un o&apos;r math hwn.</translation>
    </message>
    <message>
        <source>Add to what was noted at %1. Notes are never changed, only added to.</source>
        <translation>Ychwanegwch at yr hyn a nodwyd am %1. Ni chaiff nodiadau eu newid byth, dim ond ychwanegu atynt.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cau</translation>
    </message>
    <message>
        <source>Close what was noted without a person</source>
        <translation>Cau&apos;r hyn a nodwyd heb berson</translation>
    </message>
    <message>
        <source>Noted without a person</source>
        <translation>Nodwyd heb berson</translation>
    </message>
    <message>
        <source>What was noted without a person</source>
        <translation>Yr hyn a nodwyd heb berson</translation>
    </message>
    <message>
        <source>Your last interactions, whoever they were about; newest first</source>
        <translation>Eich cysylltiadau diwethaf, pwy bynnag yr oeddent yn ei gylch; y diweddaraf yn gyntaf</translation>
    </message>
    <message>
        <source>The flag was saved.</source>
        <translation>Cadwyd y nod.</translation>
    </message>
    <message>
        <source>Noted by you</source>
        <translation>Nodwyd gennych chi</translation>
    </message>
    <message>
        <source>Timeline of %1: what was said before, newest first</source>
        <translation>Llinell amser %1: yr hyn a ddywedwyd o&apos;r blaen, y diweddaraf yn gyntaf</translation>
    </message>
    <message>
        <source>Timeline of %1, not of the person being written down.</source>
        <translation>Llinell amser %1, nid y person sy&apos;n cael ei gofnodi.</translation>
    </message>
</context>
<context>
    <name>reeve::ui::ToldLine</name>
    <message>
        <source>Still right   %1</source>
        <translation>Yn dal yn gywir   %1</translation>
    </message>
    <message>
        <source>Reaches nobody: %1</source>
        <translation>Ddim yn cyrraedd neb: %1</translation>
    </message>
</context>
<context>
    <name>reeve::ui::ValuesPanel</name>
    <message>
        <source>%1: another value is shown.</source>
        <translation>%1: dangosir gwerth arall.</translation>
    </message>
    <message>
        <source>Taken back: %1.</source>
        <translation>Tynnwyd yn ôl: %1.</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Yn edrych…</translation>
    </message>
    <message>
        <source>No values differ: there is nothing to choose.</source>
        <translation>Nid oes gwerthoedd gwahanol: nid oes dim i’w ddewis.</translation>
    </message>
    <message>
        <source>The records behind this person say different things. Every value is kept; one is shown.</source>
        <translation>Mae’r cofnodion y tu ôl i’r person hwn yn dweud pethau gwahanol. Cedwir pob gwerth; dangosir un.</translation>
    </message>
    <message>
        <source>Two desks chose differently. Which is right?</source>
        <translation>Dewisodd dwy ddesg yn wahanol. Pa un sy’n gywir?</translation>
    </message>
    <message>
        <source>is shown</source>
        <translation>dangosir hwn</translation>
    </message>
    <message>
        <source>Keep this</source>
        <translation>Cadw hwn</translation>
    </message>
    <message>
        <source>Show this</source>
        <translation>Dangos hwn</translation>
    </message>
    <message>
        <source>%1: keep %2</source>
        <translation>%1: cadw %2</translation>
    </message>
    <message>
        <source>%1: show %2</source>
        <translation>%1: dangos %2</translation>
    </message>
    <message>
        <source>Choose between merged values</source>
        <translation>Dewis rhwng gwerthoedd a gyfunwyd</translation>
    </message>
    <message>
        <source>Close  Esc</source>
        <translation>Cau  Esc</translation>
    </message>
</context>
<context>
    <name>reeve::ui::WhoseRow</name>
    <message>
        <source>Take the person down first (%1), then find them here.</source>
        <translation>Nodwch y person yn gyntaf (%1), yna dewch o hyd iddynt yma.</translation>
    </message>
    <message>
        <source>Who was it? It goes to their timeline, with its notes and flags.</source>
        <translation>Pwy oedd o? Mae&apos;n mynd i&apos;w llinell amser, gyda&apos;i nodiadau a&apos;i nodau.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Canslo</translation>
    </message>
</context>
<context>
    <name>reeve::ui::WorkEmptyPage</name>
    <message>
        <source>Nothing in work</source>
        <translation>Dim ar waith</translation>
    </message>
    <message>
        <source>Begin with how they are in touch. Find the person before or after, with %1; nobody need be known.</source>
        <translation>Dechreuwch gyda sut maen nhw mewn cysylltiad. Dewch o hyd i&apos;r person cyn neu wedyn, gyda %1; nid oes rhaid gwybod pwy yw neb.</translation>
    </message>
</context>
<context>
    <name>reeve::ui::WorkNotices</name>
    <message>
        <source>Make it about this person</source>
        <translation>Ei wneud am y person hwn</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Ei adael</translation>
    </message>
    <message>
        <source>Undo   %1</source>
        <translation>Dadwneud   %1</translation>
    </message>
    <message>
        <source>Undo: take the interaction back</source>
        <translation>Dadwneud: cymryd y cysylltiad yn ôl</translation>
    </message>
    <message>
        <source>The interaction was set aside and not logged.</source>
        <translation>Rhoddwyd y cysylltiad o&apos;r neilltu ac ni chafodd ei gofnodi.</translation>
    </message>
    <message>
        <source>On screen is %1; this interaction is about somebody else.</source>
        <translation>%1 sydd ar y sgrin; mae&apos;r cysylltiad hwn am rywun arall.</translation>
    </message>
    <message>
        <source>On screen is %1; this interaction is about %2.</source>
        <translation>%1 sydd ar y sgrin; mae&apos;r cysylltiad hwn am %2.</translation>
    </message>
    <message>
        <source>Make it about this person   %1</source>
        <translation>Ei wneud am y person hwn   %1</translation>
    </message>
</context>
<context>
    <name>reeve::ui::WorkPanel</name>
    <message>
        <source>Interaction in work</source>
        <translation>Cysylltiad ar waith</translation>
    </message>
</context>
<context>
    <name>reeve::ui::WorkSheet</name>
    <message>
        <source>Set aside</source>
        <translation>Rhoi o&apos;r neilltu</translation>
    </message>
    <message>
        <source>Sets this interaction aside without logging it (%1). It can be taken back.</source>
        <translation>Yn rhoi&apos;r cysylltiad hwn o&apos;r neilltu heb ei gofnodi (%1). Gellir ei gymryd yn ôl.</translation>
    </message>
    <message>
        <source>Why are they in touch?</source>
        <translation>Pam maen nhw mewn cysylltiad?</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nodyn</translation>
    </message>
    <message>
        <source>What was said, what was agreed. Saved while you type.</source>
        <translation>Yr hyn a ddywedwyd, yr hyn a gytunwyd. Fe&apos;i cedwir wrth ichi deipio.</translation>
    </message>
    <message>
        <source>Flag something sensitive</source>
        <translation>Nodi rhywbeth sensitif</translation>
    </message>
    <message>
        <source>How did it end?</source>
        <translation>Sut y daeth i ben?</translation>
    </message>
    <message>
        <source>Finish   %1</source>
        <translation>Gorffen   %1</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Gorffen</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>ers %1</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Heb ei gadw eto</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Yn cadw…</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>Cadwyd %1</translation>
    </message>
    <message>
        <source>Add a reason.</source>
        <translation>Ychwanegwch reswm.</translation>
    </message>
    <message>
        <source>Say how it ended.</source>
        <translation>Dywedwch sut y daeth i ben.</translation>
    </message>
    <message>
        <source>Say what was said under the flag, or remove the flag.</source>
        <translation>Dywedwch beth a ddywedwyd o dan y nod, neu tynnwch y nod.</translation>
    </message>
    <message>
        <source>Answer the question under the flag.</source>
        <translation>Atebwch y cwestiwn o dan y nod.</translation>
    </message>
    <message>
        <source>The council has no valid basis for this flag at present; choose another one.</source>
        <translation>Nid oes gan y cyngor sail ddilys ar gyfer y nod hwn ar hyn o bryd; dewiswch un arall.</translation>
    </message>
    <message>
        <source>Criminal offence</source>
        <translation>Trosedd</translation>
    </message>
    <message>
        <source>A card number or security code was taken out. They are never stored; write down the payment reference instead.</source>
        <translation>Tynnwyd rhif cerdyn neu god diogelwch allan. Ni chânt eu storio byth; nodwch y cyfeirnod talu yn lle.</translation>
    </message>
    <message>
        <source>Health or something else sensitive?</source>
        <translation>Iechyd neu rywbeth sensitif arall?</translation>
    </message>
    <message>
        <source>Choose what is sensitive first, or leave it with Esc.</source>
        <translation>Dewiswch beth sy&apos;n sensitif yn gyntaf, neu gadewch ef gydag Esc.</translation>
    </message>
    <message>
        <source>They have died: say who it was with.</source>
        <translation>Maent wedi marw: dywedwch gyda phwy yr oedd.</translation>
    </message>
</context>
<context>
    <name>reeve::ui::WorkTabs</name>
    <message>
        <source>%1 %2</source>
        <comment>time, who or what</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>In work: %1, %2, started %3</source>
        <translation>Ar waith: %1, %2, dechreuwyd %3</translation>
    </message>
    <message>
        <source>In work: %1, started %2</source>
        <translation>Ar waith: %1, dechreuwyd %2</translation>
    </message>
</context>
<context>
    <name>reeve::ui::Workplace</name>
    <message>
        <source>Saved on this desk.</source>
        <translation>Wedi&apos;i gadw ar y ddesg hon.</translation>
    </message>
    <message>
        <source>Changes set aside.</source>
        <translation>Rhoddwyd y newidiadau o&apos;r neilltu.</translation>
    </message>
    <message>
        <source>Finished and saved on this desk.</source>
        <translation>Wedi gorffen a&apos;i gadw ar y ddesg hon.</translation>
    </message>
    <message>
        <source>Merged. Both records are kept behind it.</source>
        <translation>Cyfunwyd. Cedwir y ddau gofnod y tu ôl iddo.</translation>
    </message>
    <message>
        <source>Taken back: they are two again.</source>
        <translation>Tynnwyd yn ôl: dau ydynt eto.</translation>
    </message>
    <message>
        <source>Separated: they are two again.</source>
        <translation>Gwahanwyd: dau ydynt eto.</translation>
    </message>
    <message>
        <source>Taken back: they are one person again.</source>
        <translation>Tynnwyd yn ôl: un person ydynt eto.</translation>
    </message>
    <message>
        <source>Open one of the two people first.</source>
        <translation>Agorwch un o’r ddau berson yn gyntaf.</translation>
    </message>
    <message>
        <source>Open the person first.</source>
        <translation>Agorwch y person yn gyntaf.</translation>
    </message>
    <message>
        <source>It stands in their timeline now.</source>
        <translation>Mae yn eu llinell amser nawr.</translation>
    </message>
    <message>
        <source>Taken back: it is whose it was.</source>
        <translation>Wedi&apos;i dynnu&apos;n ôl: mae gan bwy bynnag oedd ganddo.</translation>
    </message>
    <message>
        <source>Taken back: it is nobody&apos;s again.</source>
        <translation>Wedi&apos;i dynnu&apos;n ôl: nid yw&apos;n eiddo i neb eto.</translation>
    </message>
</context>
<context>
    <name>reeve::ui::WrittenView</name>
    <message>
        <source>%1 (before: %2)</source>
        <translation>%1 (cynt: %2)</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nodyn</translation>
    </message>
    <message>
        <source>(nothing)</source>
        <translation>(dim)</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Ynghylch</translation>
    </message>
    <message>
        <source>Restricted</source>
        <translation>Cyfyngedig</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s), which this page does not show</source>
        <translation>
            <numerusform>%n eitem nad yw’r dudalen hon yn ei dangos</numerusform>
            <numerusform>%n eitem nad yw’r dudalen hon yn ei dangos</numerusform>
            <numerusform>%n eitem nad yw’r dudalen hon yn ei dangos</numerusform>
            <numerusform>%n eitem nad yw’r dudalen hon yn ei dangos</numerusform>
            <numerusform>%n eitem nad yw’r dudalen hon yn ei dangos</numerusform>
        </translation>
    </message>
</context>
</TS>

// SPDX-License-Identifier: MIT
#include "core/services/sample/given_names.h"

#include <array>

// Given names in order of frequency among children born around a year in England and Wales. Source: Office for
// National Statistics, licensed under the Open Government Licence v3.0, by way of ukbabynames (CC0).

namespace reeve::services {

namespace {

struct Cohort
{
    int year;
    const char16_t *female;
    const char16_t *male;
};

constexpr std::array cohorts = {
    Cohort{1924,
           u"Margaret Mary Joan Joyce Dorothy Kathleen Doris Irene Elizabeth Eileen Betty Jean Marjorie Gladys "
           u"Doreen Vera Elsie Barbara Winifred Edna Audrey Edith Florence Phyllis Lilian Hilda Olive Annie "
           u"Violet Alice Patricia Ivy Muriel Iris Evelyn Peggy Catherine Ethel Beryl Gwendoline Ellen Sylvia "
           u"Sheila Rose Constance Frances Lily Freda Marion Nancy Grace Beatrice Sarah Agnes Ruth May Nora "
           u"Brenda Jessie Pamela Anne Helen Marie Mabel Eva Maria Ruby Nellie Hazel Emily Josephine Daphne Jane "
           u"Ada Pauline Ann Enid Gertrude Rita June Stella Norah Mavis Thelma Mildred Bridget Monica Daisy "
           u"Eleanor Lillian",
           u"John William George James Thomas Ronald Kenneth Robert Arthur Frederick Peter Edward Albert Charles "
           u"Leslie Joseph Stanley Eric Frank Dennis David Norman Ernest Henry Leonard Harold Alfred Raymond "
           u"Donald Harry Reginald Richard Jack Walter Cyril Geoffrey Alan Douglas Gordon Michael Roy Bernard "
           u"Francis Patrick Sidney Herbert Maurice Clifford Anthony Victor Gerald Derek Philip Alexander "
           u"Wilfred Edwin Samuel Denis Sydney Cecil Colin Lawrence Fred Ralph Desmond Brian Percy Terence "
           u"Christopher Horace Hugh Daniel Andrew Derrick Allan Stephen Ivor Vincent Trevor Basil Arnold Roland "
           u"Benjamin Edgar Ian Keith Hubert Paul Martin Lionel"},
    Cohort{1934,
           u"Margaret Jean Mary Joan Patricia Sheila Barbara Doreen June Shirley Dorothy Joyce Maureen Elizabeth "
           u"Audrey Brenda Kathleen Sylvia Eileen Pamela Betty Beryl Ann Irene Janet Anne Rita Pauline Mavis "
           u"Iris Marjorie Valerie Doris Marion Marina Catherine Vera Josephine Edna Lilian Norma Rosemary "
           u"Phyllis Hazel Evelyn Edith Olive Winifred Florence Ruth Elsie Muriel Marie Daphne Frances Christine "
           u"Thelma Gladys Maria Gwendoline Hilda Violet Helen Rose Cynthia Alice Gillian Enid Annie Yvonne "
           u"Freda Ellen Ivy Jane Peggy Sarah Marlene Nancy Bridget Diana Grace Teresa Veronica Agnes Angela "
           u"Constance Jennifer Marian Jill Wendy",
           u"John Peter William Brian David James Michael Ronald Kenneth George Robert Thomas Alan Derek Raymond "
           u"Anthony Roy Donald Dennis Edward Gordon Terence Joseph Frederick Arthur Colin Eric Richard Charles "
           u"Norman Leslie Patrick Geoffrey Frank Albert Keith Leonard Bernard Stanley Gerald Reginald Francis "
           u"Maurice Douglas Henry Malcolm Ernest Harold Alfred Graham Harry Jack Barry Walter Ian Philip "
           u"Christopher Bryan Trevor Clifford Cyril Victor Paul Denis Allan Alexander Roger Sidney Clive Daniel "
           u"Lawrence Herbert Edwin Samuel Ralph Derrick Abdul Andrew Martin Hugh Robin Neville Stephen Vincent "
           u"Jeffrey Ivor Desmond Wilfred Sydney Ivan"},
    Cohort{1944,
           u"Margaret Patricia Christine Mary Jean Ann Susan Janet Maureen Barbara Valerie Carol Sandra Pauline "
           u"Elizabeth Joan Pamela Jennifer Kathleen Anne Sheila Brenda Gillian Linda Jacqueline Sylvia Carole "
           u"Eileen Wendy Judith Dorothy June Joyce Irene Diane Rosemary Angela Doreen Shirley Marion Rita "
           u"Catherine Yvonne Josephine Helen Beryl Hazel Frances Janice Elaine Diana Veronica Jane Marilyn "
           u"Lesley Norma Maria Heather Gloria Marie Marjorie Hilary Jill Cynthia Ruth Mavis Audrey Marlene "
           u"Betty Julia Evelyn Penelope Lynda Christina Jeanette Carolyn Iris Anita Denise Kay Marian Vera "
           u"Teresa Georgina Sally Sarah Bridget Lilian Monica Joy",
           u"John David Michael Peter Robert Anthony Brian Alan William James Richard Kenneth Roger Keith Colin "
           u"Christopher Raymond Terence Thomas Barry George Graham Ian Malcolm Geoffrey Ronald Derek Paul "
           u"Edward Roy Patrick Philip Trevor Dennis Leslie Joseph Bernard Charles Eric Stephen Martin Frederick "
           u"Norman Gordon Andrew Frank Arthur Rodney Gerald Clive Jeffrey Douglas Donald Francis Stuart Victor "
           u"Robin Allan Leonard Stanley Albert Maurice Henry Howard Harry Alexander Kevin Clifford Nigel Barrie "
           u"Reginald Ernest Alfred Adrian Harold Nicholas Timothy Melvyn Bryan Neil Jack Daniel Lawrence Hugh "
           u"Denis Walter Terry Edwin Ralph Ivan"},
    Cohort{1954,
           u"Susan Linda Christine Margaret Janet Patricia Carol Elizabeth Mary Anne Ann Jane Jacqueline Barbara "
           u"Sandra Gillian Pauline Elaine Lesley Angela Pamela Helen Jennifer Valerie Jean Catherine Julie "
           u"Kathleen Denise Maureen Judith Wendy Diane Sheila Janice Lynn Karen Yvonne Lynne Shirley Marion "
           u"Maria Rosemary Carole Joan Marilyn June Lorraine Lynda Sally Marian Brenda Alison Teresa Julia "
           u"Heather Marie Eileen Deborah Kathryn Hilary Caroline Sharon Sylvia Ruth Irene Dorothy Sarah Frances "
           u"Josephine Jill Joyce Hazel Annette Beverley Gail Rita Geraldine Diana Carolyn Christina Penelope "
           u"Jeanette Suzanne Amanda Dawn Theresa Anna Joy Doreen",
           u"David John Stephen Michael Peter Robert Paul Alan Christopher Richard Anthony Andrew Ian James "
           u"William Philip Brian Keith Graham Kevin Martin Colin Steven Thomas Kenneth Raymond Nigel Geoffrey "
           u"Terence Trevor Malcolm Mark Barry Gary George Nicholas Derek Charles Patrick Timothy Roger Leslie "
           u"Ronald Clive Edward Neil Joseph Jeffrey Stuart Roy Gordon Jonathan Simon Adrian Dennis Phillip "
           u"Allan Robin Gerald Francis Eric Bernard Donald Frank Norman Frederick Howard Douglas Jeremy "
           u"Alexander Arthur Daniel Abdul Martyn Leonard Lawrence Gerard Tony Bryan Clifford Garry Henry Gareth "
           u"Stanley Vincent Victor Hugh Mohamed Stewart Terry"},
    Cohort{1964,
           u"Susan Julie Karen Jacqueline Deborah Tracey Jane Helen Diane Sharon Tracy Angela Sarah Alison "
           u"Caroline Amanda Sandra Linda Catherine Elizabeth Carol Joanne Wendy Janet Dawn Christine Nicola "
           u"Gillian Sally Maria Michelle Debra Paula Anne Lorraine Patricia Mary Denise Margaret Ann Beverley "
           u"Donna Elaine Fiona Jennifer Lesley Louise Mandy Tina Jayne Suzanne Andrea Pauline Lisa Claire Kim "
           u"Julia Teresa Heather Kathryn Lynn Ruth Yvonne Judith Melanie Marie Pamela Carole Barbara Gail Lynne "
           u"Clare Janice Rachel Jill Katherine Kathleen Shirley Annette Carolyn Anna Sara Valerie Cheryl "
           u"Jeanette Kay Anita Maxine Frances Joanna",
           u"David Paul Andrew Mark John Michael Stephen Ian Robert Richard Christopher Peter Simon Anthony "
           u"Kevin Gary Steven Martin James Philip Alan Neil Nigel Timothy Colin Graham Jonathan Nicholas "
           u"William Adrian Brian Stuart Keith Thomas Patrick Sean Carl Trevor Wayne Shaun Kenneth Barry Derek "
           u"Dean Raymond Antony Jeremy Joseph Edward Lee Terence Matthew Daniel George Russell Charles Jeffrey "
           u"Clive Phillip Craig Roger Julian Geoffrey Karl Malcolm Darren Tony Adam Robin Garry Roy Vincent "
           u"Gordon Duncan Leslie Alexander Gregory Gareth Ronald Douglas Francis Stewart Graeme Guy Terry "
           u"Martyn Eric Allan Gerard Gerald"},
    Cohort{1974,
           u"Sarah Claire Nicola Emma Lisa Joanne Michelle Helen Samantha Karen Amanda Rachel Louise Julie Clare "
           u"Rebecca Sharon Victoria Caroline Susan Alison Catherine Elizabeth Deborah Donna Tracey Tracy Angela "
           u"Jane Zoe Kerry Melanie Sally Jennifer Dawn Andrea Suzanne Lucy Joanna Anna Charlotte Paula "
           u"Katherine Maria Marie Fiona Kelly Natalie Kathryn Jacqueline Wendy Sara Hayley Laura Natasha Ruth "
           u"Lorraine Tina Rachael Anne Stephanie Kirsty Christine Julia Gillian Cheryl Hannah Vanessa Ann Jayne "
           u"Diane Heather Sandra Teresa Kate Linda Mary Elaine Georgina Emily Katie Alexandra Nichola Carol "
           u"Sophie Heidi Kim Tanya Patricia Beverley",
           u"Paul Mark David Andrew Richard Christopher James Simon Michael Matthew Stephen Lee John Robert "
           u"Darren Daniel Steven Jason Nicholas Jonathan Ian Neil Peter Stuart Anthony Martin Kevin Craig "
           u"Philip Gary Scott Wayne Timothy Benjamin Adam Alan Dean Adrian Carl Thomas William Graham Alexander "
           u"Colin Jamie Gareth Justin Barry Christian Karl Brian Edward Keith Marc Nigel Sean Shaun Nathan "
           u"Joseph Russell Jeremy Phillip Damian Shane Duncan Patrick Julian Dominic Charles Marcus Gavin Tony "
           u"Antony Robin Trevor Glen Iain Ryan Martyn Gregory Samuel George Oliver Raymond Abdul Mathew Stewart "
           u"Malcolm Garry Leon"},
    Cohort{1984,
           u"Sarah Laura Gemma Emma Rebecca Claire Victoria Samantha Rachel Amy Jennifer Nicola Katie Lisa Kelly "
           u"Natalie Louise Michelle Hayley Hannah Helen Charlotte Joanne Lucy Elizabeth Leanne Danielle Donna "
           u"Katherine Clare Stephanie Stacey Lauren Joanna Kerry Emily Catherine Sophie Anna Jessica Zoe Kirsty "
           u"Kimberley Kate Jenna Caroline Natasha Rachael Amanda Kathryn Karen Alexandra Jodie Alison Sara "
           u"Jemma Carly Heather Holly Ruth Fiona Melissa Angela Suzanne Katy Marie Naomi Cheryl Melanie Sally "
           u"Julie Charlene Jade Sian Tracey Eleanor Deborah Maria Lindsey Abigail Lindsay Susan Alice Georgina "
           u"Aimee Jane Kim Carla Christine Dawn",
           u"Christopher James David Daniel Michael Matthew Andrew Richard Paul Mark Thomas Adam Robert John Lee "
           u"Benjamin Steven Jonathan Craig Stephen Simon Nicholas Peter Anthony Alexander Gary Ian Ryan Luke "
           u"Jamie Stuart Philip Darren William Gareth Martin Kevin Scott Dean Joseph Jason Neil Samuel Carl Ben "
           u"Sean Timothy Oliver Ashley Wayne Edward Shaun Aaron Gavin Liam Nathan Alan Graham Ross Karl Marc "
           u"Adrian Phillip Patrick Lewis Colin Russell Charles Shane George Sam Mathew Jack Ricky Dale Tony "
           u"Joshua Alex Dominic Barry Leon Terry Gregory Danny Brian Keith Antony Kieran Justin Bradley"},
    Cohort{1994,
           u"Rebecca Lauren Jessica Charlotte Hannah Sophie Amy Emily Laura Emma Chloe Sarah Lucy Katie Bethany "
           u"Jade Megan Alice Rachel Samantha Danielle Holly Abigail Olivia Stephanie Elizabeth Victoria Natasha "
           u"Georgia Zoe Natalie Eleanor Shannon Paige Georgina Gemma Nicole Chelsea Kirsty Alexandra Melissa "
           u"Jennifer Hayley Louise Katherine Jodie Grace Anna Molly Amber Jasmine Kayleigh Kelly Harriet "
           u"Ashleigh Catherine Leah Nicola Francesca Naomi Kate Abbie Claire Leanne Rachael Rosie Aimee Ellie "
           u"Sian Kimberley Lydia Hollie Stacey Bethan Amelia Beth Kathryn Heather Lisa Helen Ella Robyn "
           u"Chantelle Ellen Daisy Demi Courtney Gabrielle Yasmin Lily",
           u"Thomas James Jack Daniel Matthew Ryan Joshua Luke Samuel Jordan Adam Michael Alexander Christopher "
           u"Benjamin Joseph Liam Jake William Andrew George Lewis Oliver David Robert Jamie Nathan Connor "
           u"Jonathan Harry Callum Aaron Ashley Bradley Jacob Kieran Scott Sam John Ben Nicholas Kyle Charles "
           u"Mark Sean Edward Stephen Richard Alex Peter Dominic Joe Reece Lee Rhys Steven Anthony Charlie Paul "
           u"Craig Jason Dale Ross Cameron Louis Dean Conor Shane Elliot Patrick Max Shaun Henry Simon Timothy "
           u"Mitchell Billy Philip Joel Josh Marcus Dylan Carl Elliott Brandon Martin Toby Stuart Gareth Danny"},
    Cohort{2004,
           u"Emily Chloe Jessica Olivia Sophie Ellie Megan Charlotte Grace Lucy Hannah Katie Ella Lily Ruby Amy "
           u"Amelia Holly Mia Lauren Molly Abigail Emma Georgia Rebecca Bethany Millie Caitlin Leah Evie "
           u"Isabella Daisy Isabelle Jasmine Eleanor Freya Erin Phoebe Elizabeth Alice Poppy Amber Anna Courtney "
           u"Imogen Paige Shannon Isabel Sarah Maisie Madison Isobel Niamh Sophia Summer Scarlett Tia Abbie Zoe "
           u"Rosie Ava Libby Aimee Nicole Keira Brooke Rachel Eve Jade Alisha Laura Natasha Alexandra Eva Hollie "
           u"Lydia Harriet Matilda Alicia Lola Madeleine Lilly Francesca Maddison Zara Morgan Isla Faith Maya "
           u"Victoria",
           u"Jack Thomas Joshua James Oliver Daniel Harry Samuel William Joseph Benjamin George Charlie Matthew "
           u"Lewis Luke Callum Ethan Alfie Alexander Ryan Jake Adam Jacob Dylan Liam Connor Cameron Max Nathan "
           u"Ben Tyler Jamie Owen Harvey Michael Aaron Harrison Archie Kieran Edward Henry Kyle Louis Brandon "
           u"Bradley Alex Oscar Charles Lucas Reece Rhys Isaac Leo David Jordan Toby Jayden Noah Finley Robert "
           u"Mason Kai Joe Sam Riley Christopher Logan Kian Finlay John Morgan Leon Joel Bailey Jay Aidan Andrew "
           u"Taylor Elliot Billy Dominic Sean Freddie Ellis Harley Jonathan Sebastian Zachary Luca"},
    Cohort{2014,
           u"Amelia Olivia Emily Ava Isla Lily Isabella Mia Jessica Sophie Grace Poppy Evie Ella Sophia Ruby "
           u"Freya Charlotte Chloe Isabelle Daisy Phoebe Scarlett Sienna Florence Alice Eva Millie Sofia Matilda "
           u"Lucy Evelyn Rosie Maisie Imogen Layla Elsie Lola Willow Holly Ivy Ellie Erin Elizabeth Maya Emilia "
           u"Molly Lilly Hannah Esme Eliza Jasmine Emma Abigail Summer Eleanor Harriet Amber Georgia Bella Megan "
           u"Amelie Gracie Harper Rose Lexi Annabelle Zara Violet Lacey Anna Maria Thea Brooke Penelope Leah "
           u"Martha Nancy Lottie Amy Heidi Darcie Katie Aria Luna Mila Bethany Julia Faith Isabel",
           u"Oliver Harry Jack George Charlie Jacob Thomas Noah Alfie William Oscar Joshua James Leo Henry Ethan "
           u"Archie Samuel Alexander Daniel Freddie Joseph Isaac Lucas Max Logan Arthur Riley Benjamin Edward "
           u"Theo Finley Dylan Mason Harrison Adam Sebastian Jake Zachary Theodore Jayden Tyler Toby David Tommy "
           u"Lewis Reuben Ryan Luke Elijah Matthew Harley Luca Harvey Teddy Louie Michael Liam Jude Jenson Hugo "
           u"Frankie Nathan Louis Charles Bobby Rory Gabriel Stanley Arlo Alex Callum Albert Kai Blake Elliot "
           u"Ollie Frederick Connor Reggie Leon Jamie Jaxon Ronnie Aaron Dexter Roman Albie Elliott Caleb"},
};

} // namespace

const WordList &givenNames(Sex sex, int birthYear)
{
    static const auto lists = [] {
        std::array<std::array<WordList, 2>, cohorts.size()> all;
        for (std::size_t i = 0; i < cohorts.size(); ++i)
            all[i] = {WordList::ranked(cohorts[i].female), WordList::ranked(cohorts[i].male)};
        return all;
    }();
    // Each cohort stands for the ten years around its own.
    std::size_t index = 0;
    while (index + 1 < cohorts.size() && birthYear >= cohorts[index + 1].year - 5)
        ++index;
    return lists[index][sex == Sex::Female ? 0 : 1];
}

} // namespace reeve::services

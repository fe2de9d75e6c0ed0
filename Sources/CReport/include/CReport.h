#ifndef POSTIL_CREPORT_H
#define POSTIL_CREPORT_H

#include <stddef.h>

/// The page of a report, with marks where the style, the script, the title and the records go; the bytes live as long
/// as the program.
const void *postil_report_page(void);

/// How many they are.
size_t postil_report_page_size(void);

/// The style of the page; the bytes live as long as the program.
const void *postil_report_style(void);

/// How many they are.
size_t postil_report_style_size(void);

/// The script of the page; the bytes live as long as the program.
const void *postil_report_script(void);

/// How many they are.
size_t postil_report_script_size(void);

#endif

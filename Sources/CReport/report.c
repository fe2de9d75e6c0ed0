#include "CReport.h"

// The page is embedded so that the program is one file.
static const unsigned char page[] = {
#embed "page.html"
};

const void *postil_report_page(void) { return page; }

size_t postil_report_page_size(void) { return sizeof page; }

static const unsigned char style[] = {
#embed "page.css"
};

const void *postil_report_style(void) { return style; }

size_t postil_report_style_size(void) { return sizeof style; }

// One function around all files keeps their names out of the page's own.
static const unsigned char script[] = {
    '(', '(', ')', ' ', '=', '>', ' ', '{', '\n', '"', 'u', 's', 'e', ' ', 's', 't', 'r', 'i', 'c', 't', '"', ';', '\n',
#embed "elements.js"
    ,
#embed "records.js"
    ,
#embed "text.js"
    ,
#embed "details.js"
    ,
#embed "document.js"
    ,
#embed "documents.js"
    ,
#embed "tables.js"
    ,
#embed "timeline.js"
    ,
#embed "views.js"
    ,
#embed "page.js"
    , '}', ')', '(', ')', ';', '\n',
};

const void *postil_report_script(void) { return script; }

size_t postil_report_script_size(void) { return sizeof script; }

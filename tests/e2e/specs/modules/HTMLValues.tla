------------------------------ MODULE HTMLValues ------------------------------
EXTENDS HTML, Sequences

ASSUME Filled ==
  /\ HTMLFill("a %x% b %x%", << <<"%x%", "1">> >>) = "a 1 b %x%"
  /\ HTMLFill("%x%%y%", << <<"%x%", "%y%">>, <<"%y%", "2">> >>) = "2%y%"
  /\ HTMLFill("nothing", << <<"%x%", "1">> >>) = "nothing"
  /\ HTMLFill("text", << >>) = "text"

ASSUME Styles ==
  /\ HTMLAttribute("width", "3px") = "width: 3px;"
  /\ HTMLAttribute("%value%", "x") = "x: %value%;"
  /\ HTMLClass(".c", <<"a: b;", "c: d;">>) = ".c {\na: b;\nc: d;\n}"
  /\ HTMLClass(".c", << >>) = ".c {\n\n}"
  /\ HTMLSize("1px", "2px") = "width: 1px; height: 2px;"
  /\ HTMLFlexCenterAttributes = "display: flex;\nalign-items: center;\njustify-content: center;"
  /\ HTMLDefaultStyle = ".default_grid {\ndisplay: grid;\n}\n.default_box {\nborder: 1px solid black;\n}\n"
                          \o ".default_circle {\nborder-radius: 50%;\n}"
  /\ HTMLStyleSheet(<<"x", "y">>) = "<style type=\"text/css\">\n" \o HTMLDefaultStyle \o "\nx\ny\n</style>"

ASSUME Pages ==
  /\ HTMLDocument("h", "b", <<"s", "t">>) = "<!DOCTYPE html>\n<html>\nh\nb\ns\nt\n</html>"
  /\ HTMLHeader("T", <<"l">>, << >>)
       = "<head>\n<meta charset=\"UTF-8\">\n<title>T</title>\nl\n" \o HTMLStyleSheet(<< >>) \o "\n</head>"
  /\ HTMLLink("f.css", "stylesheet") = "<link href=\"f.css\" rel=\"stylesheet\"/>"
  /\ HTMLScriptFile("f.js") = "<script src=\"f.js\"></script>"
  /\ HTMLScript(<<"a;", "b;">>) = "<script>\na;\nb;\n</script>"

ASSUME Bodies ==
  /\ HTMLBody("b") = "<body>\nb\n</body>"
  /\ HTMLFrame("i", <<"x", "y">>) = "<div id=\"i\">\nx\ny\n</div>"
  /\ HTMLGridContainer("i", <<"p", "q">>, <<"x">>) = "<div id=\"i\" class=\"default_grid p q\">\nx\n</div>"
  /\ HTMLBox("i", << >>, "s", <<"x">>) = "<div id=\"i\" class=\"default_box \" style=\"s\">\nx\n</div>"
  /\ HTMLCircle("i", <<"p">>, "s", << >>)
       = "<div id=\"i\" class=\"default_box default_circle p\" style=\"s\">\n\n</div>"
  /\ HTMLText("i", "words") = "<span id=\"i\">\nwords\n</span>"
  /\ HTMLSVG("i", "0 0 1 1", "s", "<g/>") = "<svg id=\"i\" viewBox=\"0 0 1 1\" style=\"s\">\n<g/>\n</svg>"
  /\ HTMLNewLine = "<br>"

ASSUME Scripts ==
  /\ HTMLJSLineElems("a", "b") = "document.getElementById(\"a\"), document.getElementById(\"b\")"
  /\ HTMLJSLine("a", "b", "red", "2")
       = "new LeaderLine(" \o HTMLJSLineElems("a", "b") \o ", {color: 'red', size: 2})"
  /\ HTMLJSLineDash("a", "b", "red", "2")
       = "new LeaderLine(" \o HTMLJSLineElems("a", "b") \o ",  {color: 'red', size: 2, dash: true})"
  /\ HTMLJSKeyListener(<<"e;">>)
       = "window.onkeyup = function(event) {\nlet key = event.key.toUpperCase();\ne;\n}"
  /\ HTMLJSNavigationKey("A", "f.html") = "if(key == 'A'){\nwindow.location.replace(\"f.html\");\n}"
===============================================================================

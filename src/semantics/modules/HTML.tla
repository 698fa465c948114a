-------------------------------- MODULE HTML --------------------------------
\* Pages for browsers, as text. Lists are sequences of strings.
LOCAL INSTANCE Sequences
LOCAL INSTANCE SequencesExt

\* The strings with the separator between them; what is empty at the beginning gets none.
LOCAL Joined(strings, separator) ==
  FoldLeft(LAMBDA done, s : IF done = "" THEN s ELSE done \o separator \o s, "", strings)
LOCAL Lines(strings) == Joined(strings, "\n")
LOCAL Enclosed(first, children, last) == Lines(<<first, Lines(children), last>>)

\* Replaces, for each pair <<name, value>> in turn, the first occurrence of the name.
HTMLFill(string, args) == FoldLeft(LAMBDA text, arg : ReplaceFirstSubSeq(arg[2], arg[1], text), string, args)

-----------------------------------------------------------------------------
\* Styles.
HTMLAttribute(name, value) == HTMLFill("%name%: %value%;", << <<"%name%", name>>, <<"%value%", value>> >>)
HTMLClass(classname, attribute_list) == Enclosed(classname \o " {", attribute_list, "}")
HTMLDefaultStyle ==
  Lines(<<HTMLClass(".default_grid", <<HTMLAttribute("display", "grid")>>),
          HTMLClass(".default_box", <<HTMLAttribute("border", "1px solid black")>>),
          HTMLClass(".default_circle", <<HTMLAttribute("border-radius", "50%")>>)>>)
HTMLStyleSheet(class_list) ==
  Lines(<<"<style type=\"text/css\">", HTMLDefaultStyle, Lines(class_list), "</style>">>)
HTMLSize(width, height) == Joined(<<HTMLAttribute("width", width), HTMLAttribute("height", height)>>, " ")
HTMLFlexCenterAttributes ==
  Lines(<<HTMLAttribute("display", "flex"), HTMLAttribute("align-items", "center"),
          HTMLAttribute("justify-content", "center")>>)

-----------------------------------------------------------------------------
\* The page and its head.
HTMLDocument(header, body, list_of_scripts) ==
  Lines(<<"<!DOCTYPE html>", "<html>", header, body, Lines(list_of_scripts), "</html>">>)
HTMLHeader(title, list_of_links, class_list) ==
  Lines(<<"<head>", "<meta charset=\"UTF-8\">", "<title>" \o title \o "</title>", Lines(list_of_links),
          HTMLStyleSheet(class_list), "</head>">>)
HTMLLink(name, type) ==
  HTMLFill("<link href=\"%name%\" rel=\"%type%\"/>", << <<"%name%", name>>, <<"%type%", type>> >>)
HTMLScriptFile(name) == "<script src=\"" \o name \o "\"></script>"
HTMLScript(children) == Enclosed("<script>", children, "</script>")

-----------------------------------------------------------------------------
\* The body and what it consists of.
HTMLBody(body) == Lines(<<"<body>", body, "</body>">>)
HTMLFrame(id, children) == Enclosed("<div id=\"" \o id \o "\">", children, "</div>")
HTMLGridContainer(id, class_list, children) ==
  Enclosed(HTMLFill("<div id=\"%id%\" class=\"default_grid %class_list%\">",
                    << <<"%id%", id>>, <<"%class_list%", Joined(class_list, " ")>> >>),
           children, "</div>")
HTMLBox(id, class_list, size, children) ==
  Enclosed(HTMLFill("<div id=\"%id%\" class=\"default_box %class_list%\" style=\"%size%\">",
                    << <<"%id%", id>>, <<"%class_list%", Joined(class_list, " ")>>, <<"%size%", size>> >>),
           children, "</div>")
HTMLCircle(id, class_list, size, children) == HTMLBox(id, <<"default_circle">> \o class_list, size, children)
HTMLText(id, text) == Lines(<<"<span id=\"" \o id \o "\">", text, "</span>">>)
HTMLSVG(id, viewBox, size, svgString) ==
  Lines(<<HTMLFill("<svg id=\"%id%\" viewBox=\"%viewBox%\" style=\"%size%\">",
                   << <<"%id%", id>>, <<"%viewBox%", viewBox>>, <<"%size%", size>> >>),
          svgString, "</svg>">>)
HTMLNewLine == "<br>"

-----------------------------------------------------------------------------
\* Scripts: lines between elements, and keys that lead to other pages.
HTMLJSLineElems(fromID, destID) ==
  HTMLFill("document.getElementById(\"%id1%\"), document.getElementById(\"%id2%\")",
           << <<"%id1%", fromID>>, <<"%id2%", destID>> >>)
LOCAL LeaderLine(template, fromID, destID, color, size) ==
  HTMLFill(template,
           << <<"%elems%", HTMLJSLineElems(fromID, destID)>>, <<"%color%", color>>, <<"%size%", size>> >>)
HTMLJSLine(fromID, destID, color, size) ==
  LeaderLine("new LeaderLine(%elems%, {color: '%color%', size: %size%})", fromID, destID, color, size)
HTMLJSLineDash(fromID, destID, color, size) ==
  LeaderLine("new LeaderLine(%elems%,  {color: '%color%', size: %size%, dash: true})", fromID, destID, color, size)
HTMLJSKeyListener(events) ==
  Lines(<<"window.onkeyup = function(event) {", "let key = event.key.toUpperCase();", Lines(events), "}">>)
HTMLJSNavigationKey(key, file) ==
  Lines(<<"if(key == '" \o key \o "'){", "window.location.replace(\"" \o file \o "\");", "}">>)
=============================================================================

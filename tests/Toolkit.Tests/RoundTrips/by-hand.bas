' What people do by hand in LibreOffice Writer, done by its own hands.

Sub EditRows(original, made)
  doc = Opened(original)
  t = WideTable(doc)
  ' In the sheet's count, where the headings are row 1: rows r1, r3, r5 ... stand in 2, 3, 4 ...
  t.Rows.removeByIndex(3, 1)
  t.Rows.insertByIndex(2, 1)
  t.getCellByName("COLUMN13").String = "A new row in the middle"
  t.getCellByName("COLUMN23").String = "Zeile & línea"
  t.getCellByName("COLUMN15").String = "Typed over the field"
  t.Rows.insertByIndex(t.Rows.Count, 1)
  t.getCellByName("COLUMN1" & t.Rows.Count).String = "A new row at the end"
  MoveRow(doc, t, 8, 6)
  Save(doc, made)
End Sub

Sub DeleteTable(original, made)
  doc = Opened(original)
  ' The first table asks whom it is about.
  doc.TextTables.getByIndex(0).getCellByName("B1").String = "Two Rivers College"
  doc.TextTables.getByIndex(3).dispose()
  Save(doc, made)
End Sub

Sub MoveRow(doc, t, from, before)
  view = doc.CurrentController
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  view.select(t.getCellRangeByName("A" & from & ":" & Chr(64 + t.Columns.Count) & from))
  dispatcher.executeDispatch(view.Frame, ".uno:Copy", "", 0, Array())
  t.Rows.removeByIndex(from - 1, 1)
  view.ViewCursor.gotoRange(t.getCellByName("A" & before).Start, False)
  dispatcher.executeDispatch(view.Frame, ".uno:PasteRowsBefore", "", 0, Array())
End Sub

' The first table with rows to add to.
Function WideTable(doc)
  For i = 0 To doc.TextTables.Count - 1
    t = doc.TextTables.getByIndex(i)
    If t.Columns.Count > 2 And t.Rows.Count > 8 Then
      WideTable = t
      Exit Function
    End If
  Next
End Function

Function Opened(path)
  Dim how(0) As New com.sun.star.beans.PropertyValue
  how(0).Name = "Hidden"
  how(0).Value = True
  Opened = StarDesktop.loadComponentFromURL(ConvertToURL(path), "_blank", 0, how())
End Function

Sub Save(doc, path)
  Dim how(0) As New com.sun.star.beans.PropertyValue
  how(0).Name = "FilterName"
  how(0).Value = "MS Word 2007 XML"
  doc.storeToURL(ConvertToURL(path), how())
  doc.close(True)
End Sub

using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Baton.C1ZTool;

/// <summary>A workbook with one sheet of texts, written row by row: texts stand in the cells themselves, so that nothing is collected.</summary>
sealed class XlsxWriter : IRowWriter
{
    const string Sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const string Relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    const string OfficeRelations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const string ContentTypes = "http://schemas.openxmlformats.org/package/2006/content-types";
    const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    /// <summary>The format's limits.</summary>
    const int LargestCell = 32_767;
    const int MostRows = 1_048_576;

    readonly ZipArchive _archive;
    readonly XmlWriter _xml;
    int _rows;

    public XlsxWriter(Stream stream)
    {
        _archive = new(stream, ZipArchiveMode.Create, leaveOpen: true);
        Part("[Content_Types].xml",
            $"""
            <Types xmlns="{ContentTypes}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{Types}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="{Types}.worksheet+xml"/></Types>
            """);
        Part("_rels/.rels", $"""<Relationships xmlns="{Relations}"><Relationship Id="rId1" Type="{OfficeRelations}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
        Part("xl/workbook.xml", $"""<workbook xmlns="{Sheet}" xmlns:r="{OfficeRelations}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>""");
        Part("xl/_rels/workbook.xml.rels",
            $"""<Relationships xmlns="{Relations}"><Relationship Id="rId1" Type="{OfficeRelations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>""");
        _xml = XmlWriter.Create(Entry("xl/worksheets/sheet1.xml").Open(), new() { Encoding = new UTF8Encoding(false), CloseOutput = true });
        _xml.WriteStartElement("worksheet", Sheet);
        _xml.WriteStartElement("sheetData", Sheet);
    }

    public ValueTask WriteAsync(IReadOnlyList<string> cells)
    {
        if (++_rows > MostRows)
            throw new ToolException($"there are more than {MostRows} rows, which no xlsx can hold; export csv instead");
        _xml.WriteStartElement("row", Sheet);
        foreach (var cell in cells)
        {
            _xml.WriteStartElement("c", Sheet);
            if (cell.Length > 0)
                Write(cell);
            _xml.WriteEndElement();
        }
        _xml.WriteEndElement();
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        _xml.Dispose(); // closes the elements that are open
        _archive.Dispose();
        return ValueTask.CompletedTask;
    }

    void Write(string cell)
    {
        _xml.WriteAttributeString("t", "inlineStr");
        _xml.WriteStartElement("is", Sheet);
        _xml.WriteStartElement("t", Sheet);
        _xml.WriteAttributeString("xml", "space", null, "preserve");
        _xml.WriteString(Clean(cell.Length > LargestCell ? cell[..LargestCell] : cell));
        _xml.WriteEndElement();
        _xml.WriteEndElement();
    }

    // XML has no way to write most control characters.
    static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            clean.Append(rune.Value is '\t' or '\n' or '\r' or (>= 0x20 and not (0xFFFE or 0xFFFF)) ? rune.ToString() : "\uFFFD");
        return clean.ToString();
    }

    ZipArchiveEntry Entry(string name) => _archive.CreateEntry(name, CompressionLevel.Fastest);

    void Part(string name, string content)
    {
        using var writer = new StreamWriter(Entry(name).Open(), new UTF8Encoding(false));
        writer.Write("""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""");
        writer.Write(content);
    }
}

using Baton.Generators.Emit;

namespace Baton.Generators.Tests.Emission;

/// <summary>The writer keeps the byte rules, whatever it is asked to write.</summary>
public sealed class SourceWriterTests
{
    [Fact]
    public void Blank_BesideBraces_IsLeftOut()
    {
        var writer = new SourceWriter();
        writer.Blank();
        writer.Open("class A");
        writer.Blank();
        writer.Line("int x;");
        writer.Blank();
        writer.Blank();
        writer.Line("int y;");
        writer.Blank();
        writer.Close();
        writer.Blank();
        Assert.Equal("class A\n{\n    int x;\n\n    int y;\n}\n", writer.ToString());
    }

    [Fact]
    public void Line_SeveralLines_AreAllIndented()
    {
        var writer = new SourceWriter();
        writer.Open("x =", "[");
        writer.Line("a  \n\n  b\r\nc");
        writer.Close("];");
        Assert.Equal("x =\n[\n    a\n\n      b\n    c\n];\n", writer.ToString());
    }
}

using System.Text;
using Baton.Generators.Emit;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Baton.Generators.Tests.Emission;

/// <summary>Literals stand for exactly the value they were made from, and show nothing invisible.</summary>
public sealed class LiteralsTests
{
    public static TheoryData<string> Texts =>
    [
        "", "plain", "\"quotes\" and 'apostrophes'", "C:\\path\\", "line\nline\r\nline", "\t\0\a\u001b\u007f", "\u0085\u2028\u2029",
        "zero\u200bwidth \u202eright to left\ufeff", "ünï 漢字 😀", "\ud83d", "\ude00", "\ude00\ud83d", "{braces} {0}",
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Text_ParsedByTheCompiler_IsTheValue(string value)
    {
        var literal = Literals.Text(value);
        Assert.Equal(value, Parse(literal).Token.Value);
        Assert.DoesNotContain(literal, c => char.IsControl(c) || c is '\u2028' or '\u2029' or '\u202e' or '\u200b' or '\ufeff');
    }

    [Fact]
    public void Text_EveryCharacter_IsTheValue()
    {
        for (var c = 0; c <= char.MaxValue; c++)
            Assert.Equal(((char)c).ToString(), Parse(Literals.Text(((char)c).ToString())).Token.Value);
    }

    [Fact]
    public void Character_EveryCharacter_IsTheValue()
    {
        for (var c = 0; c <= char.MaxValue; c++)
            Assert.Equal((char)c, Parse(Literals.Character((char)c)).Token.Value);
    }

    [Fact]
    public void Text_Null_IsNull() => Assert.Equal("null", Literals.Text(null));

    [Theory]
    [InlineData("{}")]
    [InlineData("a\n  b\nc")]
    [InlineData("\"\"\"three\"\"\"\" four")]
    public void RawUtf8_ParsedByTheCompiler_IsTheText(string text)
    {
        var token = Parse(Literals.RawUtf8(text)).Token;
        Assert.Equal(SyntaxKind.Utf8MultiLineRawStringLiteralToken, token.Kind());
        Assert.Equal(text, token.Value);
    }

    static LiteralExpressionSyntax Parse(string literal)
    {
        var expression = Assert.IsType<LiteralExpressionSyntax>(SyntaxFactory.ParseExpression(literal));
        Assert.Empty(expression.GetDiagnostics());
        Assert.Equal(Encoding.UTF8.GetByteCount(literal), Encoding.UTF8.GetByteCount(expression.ToFullString()));
        return expression;
    }
}

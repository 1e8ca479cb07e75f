using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Baton.Generators.Analyzers.Tests.Support;

/// <summary>Source with <c>[|…|]</c> around the pieces that are expected to be marked.</summary>
sealed record Markup(string Text, IReadOnlyList<TextSpan> Spans)
{
    public static Markup Parse(string source)
    {
        var text = new StringBuilder(source.Length);
        var spans = new List<TextSpan>();
        var starts = new Stack<int>();
        for (var i = 0; i < source.Length; i++)
        {
            var pair = i + 1 < source.Length ? source.AsSpan(i, 2) : default;
            if (pair is "[|")
                starts.Push(text.Length);
            else if (pair is "|]")
                spans.Add(TextSpan.FromBounds(starts.Pop(), text.Length));
            else
            {
                text.Append(source[i]);
                continue;
            }
            i++;
        }
        Assert.Empty(starts);
        return new(text.ToString(), [.. spans.OrderBy(static span => span.Start)]);
    }
}

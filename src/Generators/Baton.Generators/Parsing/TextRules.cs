using System.Text;
using Baton.Generators.Diagnostics;

namespace Baton.Generators.Parsing;

/// <summary>The limits that the protocol sets to texts.</summary>
static class TextRules
{
    public const int DisplayName = 1024;
    public const int EntitlementDescription = 2048;
    public const int ResourceTypeDescription = 4096;

    /// <summary>Reads a text property of an attribute and checks its length.</summary>
    public static string? Read(AttributeReader attribute, string property, int limit, string owner, IParseSink sink)
    {
        var text = attribute.Property<string>(property);
        var bytes = text is null ? 0 : Encoding.UTF8.GetByteCount(text);
        if (bytes > limit)
            sink.Report(Descriptors.TextIsTooLong, attribute.At(property), property, owner, bytes, limit);
        return text;
    }
}

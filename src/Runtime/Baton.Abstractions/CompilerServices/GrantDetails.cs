using System.Collections.ObjectModel;

namespace Baton.CompilerServices;

/// <summary>The parts of a grant that most grants do not have.</summary>
sealed record GrantDetails
{
    const int Annotations = 4;

    internal static readonly GrantDetails None = new();

    internal string[]? ExpandSlugs { get; init; }

    internal ResourceTypeDefinition[] ExpandTypes { get; init; } = [];

    internal bool Shallow { get; init; }

    internal bool Immutable { get; init; }

    /// <summary>What made the grant immutable.</summary>
    internal string? ImmutableSource { get; init; }

    /// <summary>What else is known of that.</summary>
    internal IReadOnlyDictionary<string, string>? ImmutableMetadata { get; init; }

    internal (string Key, string Value)[] Metadata { get; init; } = [];

    /// <summary>How the principals are found in another connector's file.</summary>
    internal Annotation? External { get; init; }

    /// <summary>The grant's resource is known only through the grant.</summary>
    internal bool Inserts { get; init; }

    internal Annotation[] Others { get; init; } = [];

    internal void WriteAnnotations(WireWriter writer)
    {
        if (Immutable)
        {
            var marks = writer.BeginAny(Annotations, "c1.connector.v2.GrantImmutable"u8);
            writer.String(1, ImmutableSource);
            WriteStruct(writer, 2, ImmutableMetadata ?? ReadOnlyDictionary<string, string>.Empty);
            writer.EndAny(marks);
        }
        WriteMetadata(writer);
        External?.Write(writer, Annotations);
        if (Inserts)
            writer.EndAny(writer.BeginAny(Annotations, "c1.connector.v2.InsertResourceGrants"u8));
        foreach (var annotation in Others)
            annotation.Write(writer, Annotations);
    }

    void WriteMetadata(WireWriter writer)
    {
        if (Metadata.Length == 0)
            return;
        var marks = writer.BeginAny(Annotations, "c1.connector.v2.GrantMetadata"u8);
        WriteStruct(writer, 1, Metadata.Select(static pair => KeyValuePair.Create(pair.Key, pair.Value)));
        writer.EndAny(marks);
    }

    /// <summary>Writes texts by key as a <c>google.protobuf.Struct</c>; nothing when there are none.</summary>
    internal static void WriteStruct(WireWriter writer, int field, IEnumerable<KeyValuePair<string, string>> pairs)
    {
        var values = new ProfileBuilder();
        var any = false;
        foreach (var (key, value) in pairs)
        {
            values.Set(key, value);
            any = true;
        }
        if (any)
            values.Write(writer, field);
    }
}

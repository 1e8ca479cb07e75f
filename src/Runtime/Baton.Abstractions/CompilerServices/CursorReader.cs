using System.ComponentModel;
using System.Text.Json;

namespace Baton.CompilerServices;

/// <summary>Reads a page token that <see cref="CursorWriter"/> wrote, part by part and in order.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CursorReader
{
    readonly string _token;
    readonly JsonElement[] _parts;
    int _next;

    /// <summary>Takes a token apart.</summary>
    /// <param name="token">The token.</param>
    /// <param name="count">How many parts the cursor has.</param>
    /// <exception cref="ConnectorException"><see cref="ErrorCode.InvalidArgument"/>: not a token of this version, or of another cursor.</exception>
    public CursorReader(string token, int count)
    {
        ArgumentNullException.ThrowIfNull(token);
        _token = token;
        if (!token.StartsWith(CursorWriter.Version, StringComparison.Ordinal))
            throw Invalid($"it does not begin with \"{CursorWriter.Version}\"");
        _parts = Split(token);
        if (_parts.Length != count)
            throw Invalid($"it has {_parts.Length} parts, and the cursor has {count}");
    }

    /// <summary>The next part, a text.</summary>
    public string String() => NullableString() ?? throw Unexpected("text");

    /// <summary>The next part, a text or nothing.</summary>
    public string? NullableString() => Next() switch
    {
        { ValueKind: JsonValueKind.Null } => null,
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        _ => throw Unexpected("text"),
    };

    /// <summary>The next part, a truth value.</summary>
    public bool Boolean() => NullableBoolean() ?? throw Unexpected("true or false");

    /// <summary>The next part, a truth value or nothing.</summary>
    public bool? NullableBoolean() => Next().ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Unexpected("true or false"),
    };

    /// <summary>The next part, a whole number of 32 bits.</summary>
    public int Int32() => NullableInt32() ?? throw Unexpected("a whole number");

    /// <summary>The next part, a whole number of 32 bits or nothing.</summary>
    public int? NullableInt32() => NullableInt64() switch
    {
        null => null,
        { } number when number is >= int.MinValue and <= int.MaxValue => (int)number,
        _ => throw Unexpected("a whole number of 32 bits"),
    };

    /// <summary>The next part, a whole number of 64 bits.</summary>
    public long Int64() => NullableInt64() ?? throw Unexpected("a whole number");

    /// <summary>The next part, a whole number of 64 bits or nothing.</summary>
    public long? NullableInt64() => Next() switch
    {
        { ValueKind: JsonValueKind.Null } => null,
        { ValueKind: JsonValueKind.Number } text when text.TryGetInt64(out var number) => number,
        _ => throw Unexpected("a whole number"),
    };

    /// <summary>The next part, a number.</summary>
    public double Double() => NullableDouble() ?? throw Unexpected("a number");

    /// <summary>The next part, a number or nothing.</summary>
    public double? NullableDouble() => Next() switch
    {
        { ValueKind: JsonValueKind.Null } => null,
        { ValueKind: JsonValueKind.Number } text when text.TryGetDouble(out var number) => number,
        _ => throw Unexpected("a number"),
    };

    JsonElement Next() => _parts[_next++];

    JsonElement[] Split(string token)
    {
        try
        {
            using var document = JsonDocument.Parse(token.AsMemory(CursorWriter.Version.Length));
            return document.RootElement.ValueKind == JsonValueKind.Array
                ? [.. document.RootElement.Clone().EnumerateArray()]
                : throw Invalid("it holds no list");
        }
        catch (JsonException error)
        {
            throw Invalid("it is damaged", error);
        }
    }

    ConnectorException Unexpected(string expected) => Invalid($"part {_next} is not {expected}");

    ConnectorException Invalid(string why, Exception? cause = null) => new(
        ErrorCode.InvalidArgument,
        $"The page token \"{_token}\" was not written by this version of the connector: {why}. Begin the sync, or the feed, anew.",
        cause);
}

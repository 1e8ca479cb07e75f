using System.ComponentModel;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Baton.CompilerServices;

/// <summary>
/// Writes a cursor of the author's own type as a page token: <c>v1:</c> and a JSON array of its parts, for example
/// <c>v1:["2024-01-01",250]</c>. <see cref="CursorReader"/> reads it.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CursorWriter
{
    internal const string Version = "v1:";

    readonly StringBuilder _text = new(Version + "[");

    /// <summary>Adds a text.</summary>
    public CursorWriter Add(string? value) => Part(value is null ? null : $"\"{JsonEncodedText.Encode(value)}\"");

    /// <summary>Adds a truth value.</summary>
    public CursorWriter Add(bool? value) => Part(value is { } known ? (known ? "true" : "false") : null);

    /// <summary>Adds a whole number.</summary>
    public CursorWriter Add(int? value) => Add((long?)value);

    /// <summary>Adds a whole number.</summary>
    public CursorWriter Add(long? value) => Part(value?.ToString(CultureInfo.InvariantCulture));

    /// <summary>Adds a number.</summary>
    /// <exception cref="ConnectorException">Not a number, or infinite.</exception>
    public CursorWriter Add(double? value) => value is null || double.IsFinite(value.Value)
        ? Part(value?.ToString("R", CultureInfo.InvariantCulture))
        : throw new ConnectorException(ErrorCode.Internal, $"A cursor cannot hold {value}: use a finite number, or text.");

    /// <summary>The token.</summary>
    public override string ToString() => _text + "]";

    CursorWriter Part(string? json)
    {
        if (_text.Length > Version.Length + 1)
            _text.Append(',');
        _text.Append(json ?? "null");
        return this;
    }
}

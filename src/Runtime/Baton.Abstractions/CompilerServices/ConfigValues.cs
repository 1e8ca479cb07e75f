using System.ComponentModel;

namespace Baton.CompilerServices;

/// <summary>The values that flags, environment and file gave, already checked and converted. Absent means: the default applies.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ConfigValues
{
    /// <summary>Finds the value of a setting; the boxed type is that of its <see cref="ConfigFieldKind"/>.</summary>
    /// <param name="name">Name of the setting.</param>
    /// <param name="value">The value: <see cref="string"/>, <see cref="bool"/>, <see cref="int"/>, <see cref="long"/>, <see cref="System.Uri"/>, <c>string[]</c>, a dictionary of texts or <c>byte[]</c>.</param>
    /// <returns>False when nobody gave one.</returns>
    public abstract bool TryGet(string name, out object value);

    /// <summary>The value of a setting that must be present.</summary>
    /// <exception cref="ConnectorException"><see cref="ErrorCode.InvalidArgument"/>: nobody gave one.</exception>
    public T Require<T>(string name) => TryGet(name, out var value)
        ? (T)value
        : throw new ConnectorException(ErrorCode.InvalidArgument, $"required flag(s) \"{name}\" not set");

    /// <summary>The value of a setting, when somebody gave one.</summary>
    public bool TryGet<T>(string name, out T value)
    {
        var found = TryGet(name, out var boxed);
        value = found ? (T)boxed : default!;
        return found;
    }

    /// <summary>The failure for a text that names no member of an enum.</summary>
    /// <param name="name">Name of the setting.</param>
    /// <param name="value">The text.</param>
    /// <param name="allowed">The texts that would do.</param>
    public static ConnectorException NotAllowed(string name, string value, params string[] allowed) => new(
        ErrorCode.InvalidArgument, $"field {name}: value must be one of [{string.Join(' ', allowed)}] but got '{value}'");
}

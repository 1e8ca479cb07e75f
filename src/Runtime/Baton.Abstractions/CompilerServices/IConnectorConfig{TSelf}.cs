using System.ComponentModel;

namespace Baton.CompilerServices;

/// <summary>Implemented by generated code on the record marked with <see cref="ConnectorConfigAttribute"/>.</summary>
/// <typeparam name="TSelf">The record.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IConnectorConfig<TSelf>
    where TSelf : class, IConnectorConfig<TSelf>
{
    /// <summary>The settings, in declaration order.</summary>
    static abstract IReadOnlyList<ConfigFieldDefinition> Fields { get; }

    /// <summary>Makes the record; settings that nobody gave keep their initializers.</summary>
    /// <exception cref="ConnectorException"><see cref="ErrorCode.InvalidArgument"/>: a required setting is absent, or a value is not allowed.</exception>
    static abstract TSelf Bind(ConfigValues values);
}

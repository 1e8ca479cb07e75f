namespace Baton;

/// <summary>
/// Marks the record whose properties are the connector's settings. Each property with <see cref="FieldAttribute"/> becomes a
/// flag, an environment variable and a key of the configuration file.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ConnectorConfigAttribute : Attribute
{
    /// <summary>Name of the form; that of the connector when not set.</summary>
    public string? DisplayName { get; set; }
}

using System.ComponentModel;

namespace Baton.CompilerServices;

/// <summary>Implemented by generated code on the class marked with <see cref="ConnectorAttribute"/>.</summary>
public interface IConnector
{
    /// <summary>All that is known about the connector when the program starts.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static abstract ConnectorManifest Manifest { get; }
}

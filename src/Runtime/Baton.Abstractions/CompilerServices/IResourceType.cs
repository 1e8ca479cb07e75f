using System.ComponentModel;

namespace Baton.CompilerServices;

/// <summary>Implemented by generated code on every class marked with <see cref="ResourceTypeAttribute"/>.</summary>
public interface IResourceType
{
    /// <summary>What is known about the type when the program starts.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static abstract ResourceTypeDefinition Definition { get; }
}

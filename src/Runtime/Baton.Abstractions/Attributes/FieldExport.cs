namespace Baton;

/// <summary>Who sets a setting.</summary>
public enum FieldExport
{
    /// <summary>Whoever fills in the form of C1.</summary>
    Form,

    /// <summary>C1 itself.</summary>
    Operations,

    /// <summary>Whoever starts the program: it is a flag and not in the <c>config</c> document.</summary>
    CommandLine,
}

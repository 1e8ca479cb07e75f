namespace Baton;

/// <summary>What a <see cref="DeleteResourceAttribute"/> method did.</summary>
public enum DeleteOutcome
{
    /// <summary>The resource is gone.</summary>
    Deleted,

    /// <summary>It was gone before; nothing was changed.</summary>
    AlreadyDeleted,
}

namespace Baton.C1Z.Schema;

/// <summary>A column of a table.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Declaration">Type and constraints.</param>
/// <param name="IsLater">Files of older versions may lack it.</param>
sealed record Column(string Name, string Declaration, bool IsLater = false)
{
    /// <summary>How the column stands in a statement that creates it.</summary>
    public string Definition => $"{Name} {Declaration}";
}

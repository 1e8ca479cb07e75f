namespace Baton.Sync;

/// <summary>What was counted while rows were stored: of one page, until the page is complete, or of the whole sync.</summary>
sealed class Tally
{
    internal WarningBook Warnings { get; init; } = new();

    /// <summary>Resources that have entitlements: asking for those is part of their listing, and counts as an action of its own.</summary>
    internal long ResourceActions { get; set; }

    internal long Resources { get; set; }

    internal long ResourcesSkipped { get; set; }

    internal long EntitlementsSkipped { get; set; }

    internal long GrantsDropped { get; set; }

    internal long ExpansionsDropped { get; set; }

    /// <summary>Resource types that were left out of the filters of grants that stand for members.</summary>
    internal long ExpansionTypesDropped { get; set; }

    /// <summary>Listings that ended since the source did not find what was asked.</summary>
    internal long NotFound { get; set; }

    /// <summary>A stored grant stands for the members of its principal.</summary>
    internal bool Expandable { get; set; }

    /// <summary>A stored grant asks for a principal of another system.</summary>
    internal bool AsksForExternal { get; set; }

    /// <summary>Grants that expansion made.</summary>
    internal long Expanded { get; set; }

    internal void AddTo(Tally total)
    {
        total.ResourceActions += ResourceActions;
        total.Resources += Resources;
        total.ResourcesSkipped += ResourcesSkipped;
        total.EntitlementsSkipped += EntitlementsSkipped;
        total.GrantsDropped += GrantsDropped;
        total.ExpansionsDropped += ExpansionsDropped;
        total.ExpansionTypesDropped += ExpansionTypesDropped;
        total.NotFound += NotFound;
        total.Expandable |= Expandable;
        total.AsksForExternal |= AsksForExternal;
        Warnings.AddTo(total.Warnings);
    }

    internal void Clear()
    {
        (ResourceActions, Resources, ResourcesSkipped, EntitlementsSkipped, NotFound) = (0, 0, 0, 0, 0);
        (GrantsDropped, ExpansionsDropped, ExpansionTypesDropped) = (0, 0, 0);
        (Expandable, AsksForExternal) = (false, false);
        Warnings.Clear();
    }
}

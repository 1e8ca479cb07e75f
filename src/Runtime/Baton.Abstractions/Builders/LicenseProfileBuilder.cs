using Baton.CompilerServices;

namespace Baton;

/// <summary>Receives the parts of a license: how many seats there are, what they cost, and which entitlements take one.</summary>
public sealed class LicenseProfileBuilder : ResourceBuilder<LicenseProfileBuilder>
{
    const string DefaultCurrency = "USD";

    readonly List<string> _entitlementIds = [];
    string? _name, _currency;
    long _purchased, _consumed, _cents;

    private protected override Trait? OwnTrait => Trait.LicenseProfile;

    /// <summary>Name of the license; at most 1024 bytes.</summary>
    public LicenseProfileBuilder LicenseName(string? name)
    {
        _name = name;
        return this;
    }

    /// <summary>How many seats were bought.</summary>
    public LicenseProfileBuilder PurchasedSeats(long? count)
    {
        _purchased = count ?? 0;
        return this;
    }

    /// <summary>How many seats are taken.</summary>
    public LicenseProfileBuilder ConsumedSeats(long? count)
    {
        _consumed = count ?? 0;
        return this;
    }

    /// <summary>What one seat costs.</summary>
    /// <param name="cents">In the smallest unit of the currency.</param>
    /// <param name="currency">Code of the currency; at most 8 bytes.</param>
    public LicenseProfileBuilder CostPerUnit(long? cents, string? currency = null)
    {
        (_cents, _currency) = (cents ?? 0, cents is null ? null : currency ?? DefaultCurrency);
        return this;
    }

    /// <summary>Adds an entitlement whose holders take a seat each.</summary>
    /// <typeparam name="T">The class that lists the resources on which it is held.</typeparam>
    /// <param name="resourceId">Id of the resource.</param>
    /// <param name="slug">Slug of the entitlement.</param>
    public LicenseProfileBuilder Entitlement<T>(string resourceId, string slug)
        where T : IResourceType => EntitlementId($"{T.Definition.Id}:{resourceId}:{slug}");

    /// <summary>Adds an entitlement by its id in the file.</summary>
    public LicenseProfileBuilder EntitlementId(string? id)
    {
        if (!string.IsNullOrEmpty(id) && !_entitlementIds.Contains(id))
            _entitlementIds.Add(id);
        return this;
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        (_name, _currency, _purchased, _consumed, _cents) = (null, null, 0, 0, 0);
        _entitlementIds.Clear();
    }

    private protected override void WriteTrait(WireWriter writer)
    {
        writer.String(1, _name);
        writer.Int(2, _purchased);
        writer.Int(3, _consumed);
        writer.Int(4, _cents);
        writer.String(5, _currency);
        foreach (var id in _entitlementIds)
            writer.StringAlways(6, id);
    }
}

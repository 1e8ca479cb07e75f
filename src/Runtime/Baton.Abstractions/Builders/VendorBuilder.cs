using Baton.CompilerServices;

namespace Baton;

/// <summary>Receives the parts of a vendor. Without an id and a name of its own, the vendor has those of the resource.</summary>
public sealed class VendorBuilder : ResourceBuilder<VendorBuilder>
{
    string? _id, _name, _dbaName, _domain, _externalId, _link, _businessId, _entityId;
    Money? _month, _year, _yearToDate;

    private protected override Trait? OwnTrait => Trait.Vendor;

    /// <summary>Id of the vendor; at most 256 bytes.</summary>
    public VendorBuilder VendorId(string? id)
    {
        _id = id;
        return this;
    }

    /// <summary>Name of the vendor; at most 1024 bytes.</summary>
    public VendorBuilder VendorName(string? name)
    {
        _name = name;
        return this;
    }

    /// <summary>The name under which the vendor does business; at most 1024 bytes.</summary>
    public VendorBuilder DoingBusinessAs(string? name)
    {
        _dbaName = name;
        return this;
    }

    /// <summary>Domain of the vendor's web site; at most 256 bytes.</summary>
    public VendorBuilder WebsiteDomain(string? domain)
    {
        _domain = domain;
        return this;
    }

    /// <summary>Id of the vendor in another system; at most 256 bytes.</summary>
    public VendorBuilder ExternalVendorId(string? id)
    {
        _externalId = id;
        return this;
    }

    /// <summary>Where people find the vendor in the source: https, at most 4096 bytes.</summary>
    public VendorBuilder DeepLink(string? url)
    {
        _link = url;
        return this;
    }

    /// <inheritdoc cref="DeepLink(string?)"/>
    public VendorBuilder DeepLink(Uri? url) => DeepLink(url?.AbsoluteUri);

    /// <summary>Id of the business in the source; at most 256 bytes.</summary>
    public VendorBuilder SourceBusinessId(string? id)
    {
        _businessId = id;
        return this;
    }

    /// <summary>Id of the legal entity in the source; at most 256 bytes.</summary>
    public VendorBuilder SourceEntityId(string? id)
    {
        _entityId = id;
        return this;
    }

    /// <summary>What was paid in the last 30 days.</summary>
    public VendorBuilder SpendOf30Days(Money? amount)
    {
        _month = amount;
        return this;
    }

    /// <summary>What was paid in the last 365 days.</summary>
    public VendorBuilder SpendOf365Days(Money? amount)
    {
        _year = amount;
        return this;
    }

    /// <summary>What was paid since the year began.</summary>
    public VendorBuilder SpendOfYear(Money? amount)
    {
        _yearToDate = amount;
        return this;
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        (_id, _name, _dbaName, _domain, _externalId, _link, _businessId, _entityId) = (null, null, null, null, null, null, null, null);
        (_month, _year, _yearToDate) = (null, null, null);
    }

    private protected override void WriteTrait(WireWriter writer)
    {
        writer.String(1, string.IsNullOrEmpty(_id) ? ResourceId : _id);
        writer.String(2, string.IsNullOrEmpty(_name) ? ResourceName : _name);
        writer.String(3, _dbaName);
        writer.String(4, _domain);
        writer.String(5, _externalId);
        writer.String(6, _link);
        writer.String(7, _businessId);
        writer.String(8, _entityId);
        Money.Write(writer, 9, _month);
        Money.Write(writer, 10, _year);
        Money.Write(writer, 11, _yearToDate);
    }
}

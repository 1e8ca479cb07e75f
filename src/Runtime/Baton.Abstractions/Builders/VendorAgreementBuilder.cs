using Baton.CompilerServices;

namespace Baton;

/// <summary>Receives the parts of an agreement with a vendor.</summary>
public sealed class VendorAgreementBuilder : ResourceBuilder<VendorAgreementBuilder>
{
    readonly List<LineItem> _items = [];
    string? _name, _rawRenewal, _managerEmail, _managerName;
    DateTimeOffset? _start, _end, _lastDate;
    bool _autoRenewal;
    RenewalStatus _renewal;
    PricingModel _pricing;
    Money? _total;

    private protected override Trait? OwnTrait => Trait.VendorAgreement;

    /// <summary>Name of the agreement; at most 1024 bytes.</summary>
    public VendorAgreementBuilder AgreementName(string? name)
    {
        _name = name;
        return this;
    }

    /// <summary>When it begins.</summary>
    public VendorAgreementBuilder StartDate(DateTimeOffset? time)
    {
        _start = time;
        return this;
    }

    /// <summary>When it ends; not before it begins.</summary>
    public VendorAgreementBuilder EndDate(DateTimeOffset? time)
    {
        _end = time;
        return this;
    }

    /// <summary>Until when it can be ended; not after its end.</summary>
    public VendorAgreementBuilder LastDateToTerminate(DateTimeOffset? time)
    {
        _lastDate = time;
        return this;
    }

    /// <summary>Whether it goes on when nobody ends it.</summary>
    public VendorAgreementBuilder AutoRenewal(bool? renews)
    {
        _autoRenewal = renews ?? false;
        return this;
    }

    /// <summary>How far the renewal is.</summary>
    /// <param name="status">The status.</param>
    /// <param name="raw">The source's own word for it; at most 256 bytes.</param>
    public VendorAgreementBuilder Renewal(RenewalStatus status, string? raw = null)
    {
        (_renewal, _rawRenewal) = (status, raw);
        return this;
    }

    /// <summary>What all of it costs.</summary>
    public VendorAgreementBuilder TotalValue(Money? amount)
    {
        _total = amount;
        return this;
    }

    /// <summary>Adds one thing that the agreement is about.</summary>
    public VendorAgreementBuilder Item(LineItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        _items.Add(item);
        return this;
    }

    /// <summary>What the price depends on.</summary>
    public VendorAgreementBuilder Pricing(PricingModel model)
    {
        _pricing = model;
        return this;
    }

    /// <summary>Who looks after the agreement at the vendor.</summary>
    /// <param name="email">The address.</param>
    /// <param name="name">The name; at most 1024 bytes.</param>
    public VendorAgreementBuilder AccountManager(string? email, string? name = null)
    {
        (_managerEmail, _managerName) = (email, name);
        return this;
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _items.Clear();
        (_name, _rawRenewal, _managerEmail, _managerName) = (null, null, null, null);
        (_start, _end, _lastDate, _total, _autoRenewal) = (null, null, null, null, false);
        (_renewal, _pricing) = (RenewalStatus.Unspecified, PricingModel.Unspecified);
    }

    private protected override void WriteTrait(WireWriter writer)
    {
        writer.String(1, _name);
        writer.Timestamp(2, _start);
        writer.Timestamp(3, _end);
        writer.Timestamp(4, _lastDate);
        writer.Bool(5, _autoRenewal);
        writer.Int(6, (int)_renewal);
        writer.String(7, _rawRenewal);
        Money.Write(writer, 8, _total);
        foreach (var item in _items)
            Write(writer, item);
        writer.Int(10, (int)_pricing);
        writer.String(11, _managerEmail);
        writer.String(12, _managerName);
    }

    static void Write(WireWriter writer, LineItem item)
    {
        var mark = writer.Begin(9);
        writer.String(1, item.Name);
        writer.Double(2, item.Quantity);
        writer.String(3, item.Unit);
        Money.Write(writer, 4, item.PricePerUnit);
        Money.Write(writer, 5, item.TotalPrice);
        writer.End(mark);
    }
}

using Baton.CompilerServices;

namespace Baton;

/// <summary>Receives the parts of a computer or a phone. What the source does not say stays unknown, which is not the same as no.</summary>
public sealed class ManagedDeviceBuilder : ResourceBuilder<ManagedDeviceBuilder>
{
    string? _serial, _udid, _hardwareHash, _model, _vendor, _osName, _osVersion, _osBuild;
    DeviceType _type;
    OsType _osType;
    DeviceCompliance _compliance;
    DeviceManagement _management;
    bool? _encrypted, _supervised, _personal;
    DateTimeOffset? _enrolled;

    private protected override Trait? OwnTrait => Trait.ManagedDevice;

    /// <summary>Serial number.</summary>
    public ManagedDeviceBuilder Serial(string? number)
    {
        _serial = number;
        return this;
    }

    /// <summary>The id that its maker gave it.</summary>
    public ManagedDeviceBuilder Udid(string? id)
    {
        _udid = id;
        return this;
    }

    /// <summary>Fingerprint of its hardware.</summary>
    public ManagedDeviceBuilder HardwareHash(string? hash)
    {
        _hardwareHash = hash;
        return this;
    }

    /// <summary>What it is.</summary>
    public ManagedDeviceBuilder Device(DeviceType type)
    {
        _type = type;
        return this;
    }

    /// <summary>Name of the model.</summary>
    public ManagedDeviceBuilder Model(string? name)
    {
        _model = name;
        return this;
    }

    /// <summary>Who made it.</summary>
    public ManagedDeviceBuilder Vendor(string? name)
    {
        _vendor = name;
        return this;
    }

    /// <summary>Its operating system.</summary>
    /// <param name="type">The kind.</param>
    /// <param name="name">The name.</param>
    /// <param name="version">The version.</param>
    /// <param name="build">The build.</param>
    public ManagedDeviceBuilder OperatingSystem(OsType type, string? name = null, string? version = null, string? build = null)
    {
        (_osType, _osName, _osVersion, _osBuild) = (type, name, version, build);
        return this;
    }

    /// <summary>Whether it meets the rules.</summary>
    public ManagedDeviceBuilder Compliance(DeviceCompliance compliance)
    {
        _compliance = compliance;
        return this;
    }

    /// <summary>Whether its disk is encrypted.</summary>
    public ManagedDeviceBuilder Encrypted(bool? encrypted)
    {
        _encrypted = encrypted;
        return this;
    }

    /// <summary>Whether it is supervised.</summary>
    public ManagedDeviceBuilder Supervised(bool? supervised)
    {
        _supervised = supervised;
        return this;
    }

    /// <summary>Whether it is private property.</summary>
    public ManagedDeviceBuilder Personal(bool? personal)
    {
        _personal = personal;
        return this;
    }

    /// <summary>Whether it is managed.</summary>
    public ManagedDeviceBuilder Management(DeviceManagement state)
    {
        _management = state;
        return this;
    }

    /// <summary>When its management began.</summary>
    public ManagedDeviceBuilder EnrolledAt(DateTimeOffset? time)
    {
        _enrolled = time;
        return this;
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        (_serial, _udid, _hardwareHash, _model, _vendor) = (null, null, null, null, null);
        (_osType, _osName, _osVersion, _osBuild) = (OsType.Unspecified, null, null, null);
        (_type, _compliance, _management) = (DeviceType.Unspecified, DeviceCompliance.Unspecified, DeviceManagement.Unspecified);
        (_encrypted, _supervised, _personal, _enrolled) = (null, null, null, null);
    }

    private protected override void WriteTrait(WireWriter writer)
    {
        writer.String(1, _serial);
        writer.String(2, _udid);
        writer.String(3, _hardwareHash);
        writer.Int(4, (int)_type);
        writer.String(5, _model);
        writer.String(6, _vendor);
        WriteOperatingSystem(writer);
        writer.Int(8, (int)_compliance);
        writer.BoolMessage(9, _encrypted);
        writer.BoolMessage(10, _supervised);
        writer.BoolMessage(11, _personal);
        writer.Int(12, (int)_management);
        writer.Timestamp(13, _enrolled);
    }

    void WriteOperatingSystem(WireWriter writer)
    {
        if (_osType == OsType.Unspecified && string.IsNullOrEmpty(_osName) && string.IsNullOrEmpty(_osVersion) && string.IsNullOrEmpty(_osBuild))
            return;
        var mark = writer.Begin(7);
        writer.Int(1, (int)_osType);
        writer.String(2, _osName);
        writer.String(3, _osVersion);
        writer.String(4, _osBuild);
        writer.End(mark);
    }
}

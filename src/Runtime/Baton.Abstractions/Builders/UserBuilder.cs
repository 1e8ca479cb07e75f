using Baton.CompilerServices;

namespace Baton;

/// <summary>Receives the parts of a user. Without a status the user is enabled, without an account type human.</summary>
public sealed class UserBuilder : ResourceBuilder<UserBuilder>
{
    readonly List<(string Address, bool Primary)> _emails = [];
    readonly List<string> _aliases = [];
    readonly List<string> _employeeIds = [];
    readonly List<string> _middleNames = [];
    string? _login, _given, _family, _prefix, _suffix;
    AccountType _accountType;
    DateTimeOffset? _lastLogin;
    bool? _mfa, _sso;

    private protected override Trait? OwnTrait => Trait.User;

    private protected override ResourceStatus DefaultStatus => ResourceStatus.Enabled;

    /// <summary>Adds an e-mail address; the first one is the primary one. Empty ones are left out.</summary>
    public UserBuilder Email(string? address) => Email(address, _emails.Count == 0);

    /// <summary>Adds an e-mail address. Empty ones are left out.</summary>
    /// <param name="address">The address.</param>
    /// <param name="primary">Whether it is the one to write to.</param>
    public UserBuilder Email(string? address, bool primary)
    {
        if (!string.IsNullOrEmpty(address))
            _emails.Add((address, primary));
        return this;
    }

    /// <summary>The name that the user logs in with.</summary>
    public UserBuilder Login(string? login)
    {
        _login = login;
        return this;
    }

    /// <summary>Adds another login name. Empty ones are left out.</summary>
    public UserBuilder LoginAlias(string? alias)
    {
        if (!string.IsNullOrEmpty(alias))
            _aliases.Add(alias);
        return this;
    }

    /// <summary>Adds a number given by the employer. Empty ones are left out.</summary>
    public UserBuilder EmployeeId(string? id)
    {
        if (!string.IsNullOrEmpty(id))
            _employeeIds.Add(id);
        return this;
    }

    /// <summary>Person, service or system.</summary>
    public UserBuilder AccountType(AccountType type)
    {
        _accountType = type;
        return this;
    }

    /// <summary>When the user last logged in.</summary>
    public UserBuilder LastLogin(DateTimeOffset? time)
    {
        _lastLogin = time;
        return this;
    }

    /// <summary>Whether a second factor is set up; null when the source does not say.</summary>
    public UserBuilder MfaEnabled(bool? enabled)
    {
        _mfa = enabled;
        return this;
    }

    /// <summary>Whether single sign-on is in use; null when the source does not say.</summary>
    public UserBuilder SsoEnabled(bool? enabled)
    {
        _sso = enabled;
        return this;
    }

    /// <summary>Given name.</summary>
    public UserBuilder GivenName(string? name)
    {
        _given = name;
        return this;
    }

    /// <summary>Family name.</summary>
    public UserBuilder FamilyName(string? name)
    {
        _family = name;
        return this;
    }

    /// <summary>Adds a middle name. Empty ones are left out.</summary>
    public UserBuilder MiddleName(string? name)
    {
        if (!string.IsNullOrEmpty(name))
            _middleNames.Add(name);
        return this;
    }

    /// <summary>What stands before and after the name (Dr., Jr.).</summary>
    public UserBuilder NameAffixes(string? prefix, string? suffix)
    {
        (_prefix, _suffix) = (prefix, suffix);
        return this;
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _emails.Clear();
        _aliases.Clear();
        _employeeIds.Clear();
        _middleNames.Clear();
        (_login, _given, _family, _prefix, _suffix) = (null, null, null, null, null);
        (_accountType, _lastLogin, _mfa, _sso) = (Baton.AccountType.Unspecified, null, null, null);
    }

    private protected override void WriteTrait(WireWriter writer)
    {
        foreach (var (address, primary) in _emails)
        {
            var email = writer.Begin(1);
            writer.String(1, address);
            writer.Bool(2, primary);
            writer.End(email);
        }
        // Status, profile, icon and creation time stood here before they moved to the resource; older readers look here.
        WriteStatus(writer, 2);
        ProfileValues.Write(writer, 3);
        writer.StringMessage(4, IconId);
        writer.Int(5, (int)(_accountType == Baton.AccountType.Unspecified ? Baton.AccountType.Human : _accountType));
        writer.String(6, _login);
        foreach (var alias in _aliases)
            writer.StringAlways(7, alias);
        writer.Timestamp(8, Created);
        writer.Timestamp(9, _lastLogin);
        writer.BoolMessage(10, _mfa);
        writer.BoolMessage(11, _sso);
        WriteName(writer);
        foreach (var id in _employeeIds)
            writer.StringAlways(13, id);
    }

    void WriteName(WireWriter writer)
    {
        if (string.IsNullOrEmpty(_given) && string.IsNullOrEmpty(_family) && string.IsNullOrEmpty(_prefix) &&
            string.IsNullOrEmpty(_suffix) && _middleNames.Count == 0)
            return;
        var mark = writer.Begin(12);
        writer.String(1, _given);
        writer.String(2, _family);
        foreach (var name in _middleNames)
            writer.StringAlways(3, name);
        writer.String(4, _prefix);
        writer.String(5, _suffix);
        writer.End(mark);
    }
}

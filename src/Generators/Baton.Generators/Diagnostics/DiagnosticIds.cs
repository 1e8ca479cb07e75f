namespace Baton.Generators.Diagnostics;

/// <summary>Ids that code fixes look for.</summary>
static class DiagnosticIds
{
    public const string HostIsNotPartial = "BATON1001";
    public const string UrlIsNotHttps = "BATON1030";
    public const string ResourceTypeIdIsAmbiguous = "BATON2002";
    public const string ParentIsNotRegistered = "BATON2013";
    public const string NextPageIsNotRead = "BATON2103";
    public const string NumberLosesPrecision = "BATON2109";
    public const string TimeHasNoZone = "BATON2110";
    public const string SlugIsAmbiguous = "BATON3002";
    public const string SlugIsNotDeclared = "BATON3004";
    public const string GrantableToUnregisteredType = "BATON3005";
    public const string GrantWithoutRevoke = "BATON3009";
    public const string NamedSlugIsNotDeclared = "BATON3014";
    public const string NothingToHold = "BATON3030";
    public const string IdIsMadeByHand = "BATON3101";
    public const string IdsAreSwapped = "BATON3104";
    public const string SettingClashesWithSdkFlag = "BATON4001";
    public const string SecretIsNotMarked = "BATON4002";
    public const string SettingCannotBeSet = "BATON4006";
    public const string BoolIsRequired = "BATON4009";
    public const string TokenIsNotPassed = "BATON6001";
    public const string NoTokenIsTaken = "BATON6002";
    public const string ErrorIsSwallowed = "BATON6004";
    public const string CauseIsLost = "BATON6005";
    public const string PlainException = "BATON6006";
    public const string NullIsDereferenced = "BATON6007";
    public const string ResourceTypeIsGone = "BATON7001";
    public const string EntitlementIsGone = "BATON7002";
    public const string IdRuleChanged = "BATON7003";
    public const string ParentChanged = "BATON7004";
    public const string TraitIsGone = "BATON7005";
    public const string CapabilityIsGone = "BATON7006";
    public const string SettingChanged = "BATON7007";
}

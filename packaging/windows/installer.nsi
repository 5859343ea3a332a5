; The Windows installer. build.sh hands over SOURCE (the onedir), OUT, LISTING (what to remove,
; made by listing.py), IDENTITY (names and version, made from the project), STUB, TRIAL.
;
; Switches, exit codes and the log are described in packaging/README.md.

Unicode true
Target ${STUB}
!include "${IDENTITY}"
!include "${LISTING}"
!include "MUI2.nsh"
!include "FileFunc.nsh"
!include "LogicLib.nsh"
!include "WinVer.nsh"
!include "WordFunc.nsh"
!include "x64.nsh"

!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${APP_ID}"
!define PATHS_KEY "Software\Microsoft\Windows\CurrentVersion\App Paths\${WINDOWED}.exe"
!define OWN_KEY "Software\${APP_ID}"
!define OLDEST_BUILD 17763 ; Windows 10 1809

!define EXIT_SYSTEM 3
!define EXIT_RUNNING 4
!define EXIT_RIGHTS 5
!define EXIT_NEWER 6
!define EXIT_FOLDER 7

Name "$(TITLE)"
Caption "$(TITLE) ${VERSION_SHOWN}"
BrandingText "${PUBLISHER} ${VERSION_SHOWN}"
OutFile "${OUT}"
RequestExecutionLevel user
ManifestDPIAware true
ManifestSupportedOS Win10
SetCompressor /SOLID /FINAL lzma
SetCompressorDictSize 64
AllowSkipFiles off
InstallDir ""
ShowInstDetails nevershow
ShowUninstDetails nevershow

VIProductVersion "${VERSION_FOUR}"
!macro version_info language title
    VIAddVersionKey /LANG=${language} "ProductName" "${title}"
    VIAddVersionKey /LANG=${language} "FileDescription" "${title}"
    VIAddVersionKey /LANG=${language} "FileVersion" "${VERSION_SHOWN}"
    VIAddVersionKey /LANG=${language} "ProductVersion" "${VERSION_SHOWN}"
    VIAddVersionKey /LANG=${language} "CompanyName" "${PUBLISHER}"
    VIAddVersionKey /LANG=${language} "LegalCopyright" "${COPYRIGHT}"
!macroend

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\${WINDOWED}.exe"
; The page has no third box of its own: the one for a file to read makes the shortcut.
!define MUI_FINISHPAGE_SHOWREADME
!define MUI_FINISHPAGE_SHOWREADME_TEXT "$(DESKTOP_SHORTCUT)"
!define MUI_FINISHPAGE_SHOWREADME_NOTCHECKED
!define MUI_FINISHPAGE_SHOWREADME_FUNCTION MakeDesktopShortcut
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "SimpChinese"
!insertmacro MUI_LANGUAGE "English"
!include "sentences.nsh"
!insertmacro version_info ${LANG_SIMPCHINESE} "${TITLE_ZH}${TRIAL_ZH}"
!insertmacro version_info ${LANG_ENGLISH} "${TITLE_EN}${TRIAL_EN}"

Var ForAll ; 1: for every user of this PC
Var Close ; 1: close the program without asking
Var LogFile
Var Earlier ; the folder of what is installed, or nothing

; ---- What both the installer and the uninstaller do

!macro shared UN
Function ${UN}Log ; the line is on the stack
    Exch $0
    Push $1
    Push $2
    ClearErrors
    FileOpen $1 "$LogFile" a
    ${IfNot} ${Errors}
        FileSeek $1 0 END $2
        ${If} $2 = 0
            FileWriteUTF16LE /BOM $1 ""
        ${EndIf}
        FileWriteUTF16LE $1 "$0$\r$\n"
        FileClose $1
    ${EndIf}
    ClearErrors
    Pop $2
    Pop $1
    Pop $0
FunctionEnd

; Begin the log: its name, and when what was started.
Function ${UN}ReadSwitches
    ${GetParameters} $0
    StrCpy $LogFile "$TEMP\${COMMAND}-setup.log"
    ClearErrors
    ${GetOptions} $0 "/LOG=" $1
    ${IfNot} ${Errors}
        StrCpy $LogFile $1
    ${EndIf}
    ClearErrors
    ${GetOptions} $0 "/CLOSE" $1
    ${IfNot} ${Errors}
        StrCpy $Close 1
    ${EndIf}
    ClearErrors
    ${GetOptions} $0 "/ALLUSERS" $1
    ${IfNot} ${Errors}
        StrCpy $ForAll 1
    ${EndIf}
    ClearErrors
    ${GetTime} "" "L" $R0 $R1 $R2 $R3 $R4 $R5 $R6
    Push "$R2-$R1-$R0 $R4:$R5:$R6 $EXEPATH ${VERSION_SHOWN} $0"
    Call ${UN}Log
FunctionEnd

; Whether the program runs from $INSTDIR: on the stack, 1 or 0. Windows lets nobody write to what
; runs, whoever started it.
Function ${UN}IsRunning
    StrCpy $1 0
    ${For} $2 1 2
        ${If} $2 = 1
            StrCpy $3 "$INSTDIR\${COMMAND}.exe"
        ${Else}
            StrCpy $3 "$INSTDIR\${WINDOWED}.exe"
        ${EndIf}
        ${If} ${FileExists} "$3"
            ClearErrors
            FileOpen $0 "$3" a
            ${If} ${Errors}
                StrCpy $1 1
            ${Else}
                FileClose $0
            ${EndIf}
        ${EndIf}
    ${Next}
    ClearErrors
    Push $1
FunctionEnd

; Ask the program's windows to close, as their own button does, and wait until they have.
Function ${UN}CloseProgram
    Push "taskkill /IM ${WINDOWED}.exe"
    Call ${UN}Log
    nsExec::Exec 'taskkill.exe /IM ${WINDOWED}.exe'
    Pop $0
    ${For} $9 1 40
        Call ${UN}IsRunning
        Pop $0
        ${If} $0 = 0
            Return
        ${EndIf}
        Sleep 250
    ${Next}
FunctionEnd

; Go on only when the program does not run.
Function ${UN}EnsureClosed
    Call ${UN}IsRunning
    Pop $0
    ${If} $0 = 1
    ${AndIf} $Close = 1
        Call ${UN}CloseProgram
        Call ${UN}IsRunning
        Pop $0
    ${EndIf}
    ${DoWhile} $0 = 1
        ${If} ${Silent}
            Push "$(RUNS)"
            Push ${EXIT_RUNNING}
            Call ${UN}Refuse
        ${EndIf}
        MessageBox MB_YESNOCANCEL|MB_ICONEXCLAMATION "$(RUNS_ASK)" IDYES close IDNO again
        Push "$(RUNS)"
        Push ${EXIT_RUNNING}
        Call ${UN}Stop
        close:
        Call ${UN}CloseProgram
        again:
        Call ${UN}IsRunning
        Pop $0
    ${Loop}
FunctionEnd

; Say the sentence on the stack, unless nobody looks, and end with the exit code on top of it.
Function ${UN}Refuse
    Pop $R1
    Pop $R0
    MessageBox MB_OK|MB_ICONSTOP "$R0" /SD IDOK
    Push "$R0"
    Push $R1
    Call ${UN}Stop
FunctionEnd

Function ${UN}Stop
    Pop $R1
    Pop $R0
    Push "$R0"
    Call ${UN}Log
    Push "exit $R1"
    Call ${UN}Log
    SetErrorLevel $R1
    Quit
FunctionEnd
!macroend
!insertmacro shared ""
!insertmacro shared "un."

; ---- Installing

Function .onInit
    SetRegView 64
    StrCpy $ForAll 0
    StrCpy $Close 0
    Call ReadSwitches
    Call CheckSystem
    Call CheckRights
    Call ChooseFolder
    Call CheckVersion
FunctionEnd

Function CheckSystem
    ${IfNot} ${RunningX64}
    ${OrIfNot} ${AtLeastWin10}
    ${OrIfNot} ${AtLeastBuild} ${OLDEST_BUILD}
        Push "$(TOO_OLD)"
        Push ${EXIT_SYSTEM}
        Call Refuse
    ${EndIf}
FunctionEnd

Function CheckRights
    ${If} $ForAll = 0
        SetShellVarContext current
        Return
    ${EndIf}
    SetShellVarContext all
    UserInfo::GetAccountType
    Pop $0
    ${If} $0 == "Admin"
        Return
    ${EndIf}
    ${IfNot} ${Silent}
        ; Once more, as an administrator.
        ${GetParameters} $1
        ClearErrors
        ExecShell "runas" "$EXEPATH" "$1"
        ${IfNot} ${Errors}
            Quit
        ${EndIf}
    ${EndIf}
    Push "$(NO_RIGHTS)"
    Push ${EXIT_RIGHTS}
    Call Refuse
FunctionEnd

Function ChooseFolder
    ReadRegStr $Earlier SHCTX "${OWN_KEY}" "InstallDir"
    ${If} $INSTDIR != ""
        Return
    ${EndIf}
    ${If} $Earlier != ""
        StrCpy $INSTDIR $Earlier
    ${ElseIf} $ForAll = 1
        StrCpy $INSTDIR "$PROGRAMFILES64\${FOLDER}"
    ${Else}
        StrCpy $INSTDIR "$LOCALAPPDATA\Programs\${FOLDER}"
    ${EndIf}
FunctionEnd

Function CheckVersion
    ReadRegStr $0 SHCTX "${OWN_KEY}" "Version"
    ${If} $0 == ""
        Return
    ${EndIf}
    ${VersionCompare} "$0" "${VERSION}" $1
    ${If} $1 = 1
        StrCpy $R9 $0
        Push "$(NEWER)"
        Push ${EXIT_NEWER}
        Call Refuse
    ${EndIf}
FunctionEnd

; A folder that holds another program's _internal is not ours to empty.
Function CheckFolder
    ${If} ${FileExists} "$INSTDIR\_internal\*.*"
    ${AndIfNot} ${FileExists} "$INSTDIR\${COMMAND}.exe"
        Push "$(FOREIGN_FOLDER)"
        Push ${EXIT_FOLDER}
        Call Refuse
    ${EndIf}
    ClearErrors
    CreateDirectory "$INSTDIR"
    FileOpen $0 "$INSTDIR\${COMMAND}-setup.tmp" w
    ${If} ${Errors}
        Push "$(NO_WRITING)"
        Push ${EXIT_FOLDER}
        Call Refuse
    ${EndIf}
    FileClose $0
    Delete "$INSTDIR\${COMMAND}-setup.tmp"
FunctionEnd

; An older version in another folder would stay behind, without an entry to remove it by.
Function RemoveElsewhere
    ${If} $Earlier == ""
    ${OrIf} $Earlier == $INSTDIR
    ${OrIfNot} ${FileExists} "$Earlier\uninstall.exe"
        Return
    ${EndIf}
    Push "remove $Earlier"
    Call Log
    ExecWait '"$Earlier\uninstall.exe" /S /LOG=$LogFile _?=$Earlier' $0
    ${If} $0 <> 0
        Push "$(RUNS)"
        Push ${EXIT_RUNNING}
        Call Refuse
    ${EndIf}
    Delete "$Earlier\uninstall.exe"
    RMDir "$Earlier"
FunctionEnd

; What the older version installed goes aside first, so that old and new libraries never mix, and
; comes back if the new one cannot be put in place.
Function PutAside
    RMDir /r "$INSTDIR\_internal.old"
    ${If} ${FileExists} "$INSTDIR\_internal\*.*"
        ClearErrors
        Rename "$INSTDIR\_internal" "$INSTDIR\_internal.old"
        ${If} ${Errors}
            Push "$(RUNS)"
            Push ${EXIT_RUNNING}
            Call Refuse
        ${EndIf}
    ${EndIf}
FunctionEnd

Function .onInstFailed
    ${If} ${FileExists} "$INSTDIR\_internal.old\*.*"
        RMDir /r "$INSTDIR\_internal"
        Rename "$INSTDIR\_internal.old" "$INSTDIR\_internal"
    ${EndIf}
    Push "exit 2"
    Call Log
FunctionEnd

Section
    Call CheckFolder
    Call EnsureClosed
    Call RemoveElsewhere
    Call PutAside
    SetOutPath "$INSTDIR\_internal"
    File /r "${SOURCE}/_internal/*"
    SetOutPath "$INSTDIR"
    File /r /x _internal "${SOURCE}/*"
    RMDir /r "$INSTDIR\_internal.old"
    WriteUninstaller "$INSTDIR\uninstall.exe"

    CreateShortcut "$SMPROGRAMS\${SHORTCUT}.lnk" "$INSTDIR\${WINDOWED}.exe"
    ${GetParameters} $0
    ClearErrors
    ${GetOptions} $0 "/DESKTOP" $1
    ${IfNot} ${Errors}
        Call MakeDesktopShortcut
    ${EndIf}
    WriteRegStr SHCTX "${OWN_KEY}" "InstallDir" "$INSTDIR"
    WriteRegStr SHCTX "${OWN_KEY}" "Version" "${VERSION}"
    WriteRegStr SHCTX "${PATHS_KEY}" "" "$INSTDIR\${WINDOWED}.exe"
    WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayName" "$(TITLE)"
    WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION_SHOWN}"
    WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\${WINDOWED}.exe"
    WriteRegStr SHCTX "${UNINSTALL_KEY}" "Publisher" "${PUBLISHER}"
    WriteRegStr SHCTX "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
    ${If} $ForAll = 1
        StrCpy $1 " /ALLUSERS"
    ${Else}
        StrCpy $1 ""
    ${EndIf}
    WriteRegStr SHCTX "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"$1'
    WriteRegStr SHCTX "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe"$1 /S'
    WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "NoModify" 1
    WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "NoRepair" 1
    WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "EstimatedSize" ${KILOBYTES}
    Push "exit 0"
    Call Log
SectionEnd

Function MakeDesktopShortcut
    CreateShortcut "$DESKTOP\${SHORTCUT}.lnk" "$INSTDIR\${WINDOWED}.exe"
FunctionEnd

; ---- Removing

Function un.onInit
    SetRegView 64
    StrCpy $ForAll 0
    StrCpy $Close 0
    Call un.ReadSwitches
    ; How it was installed is how it is removed.
    SetShellVarContext all
    ReadRegStr $0 SHCTX "${OWN_KEY}" "InstallDir"
    ${If} $0 == $INSTDIR
        StrCpy $ForAll 1
    ${Else}
        SetShellVarContext current
        StrCpy $ForAll 0
    ${EndIf}
    ${If} $ForAll = 1
        UserInfo::GetAccountType
        Pop $0
        ${If} $0 != "Admin"
            ${IfNot} ${Silent}
                ${GetParameters} $1
                ClearErrors
                ExecShell "runas" "$INSTDIR\uninstall.exe" "$1"
                ${IfNot} ${Errors}
                    Quit
                ${EndIf}
            ${EndIf}
            Push "$(NO_RIGHTS)"
            Push ${EXIT_RIGHTS}
            Call un.Refuse
        ${EndIf}
    ${EndIf}
FunctionEnd

Section "Uninstall"
    Call un.EnsureClosed
    ; Only what was installed, file by file: what somebody put beside it stays.
    !insertmacro remove_installed
    Delete "$INSTDIR\uninstall.exe"
    SetOutPath "$TEMP"
    RMDir "$INSTDIR"
    Delete "$SMPROGRAMS\${SHORTCUT}.lnk"
    Delete "$DESKTOP\${SHORTCUT}.lnk"
    DeleteRegKey SHCTX "${UNINSTALL_KEY}"
    DeleteRegKey SHCTX "${PATHS_KEY}"
    DeleteRegValue SHCTX "${OWN_KEY}" "InstallDir"
    DeleteRegValue SHCTX "${OWN_KEY}" "Version"
    DeleteRegKey /ifempty SHCTX "${OWN_KEY}"
    Push "exit 0"
    Call un.Log
SectionEnd
